import type { ZoneState } from "./style.ts";
import { FIRST_CODE, type ZoneMark } from "./ZoneMark.ts";

/** What is pointed at, chosen and reached by keyboard. */
export type Pointed = { hover: string | null; selected: string | null; focus: string | null };
export type ZoneStates = ReadonlyMap<string, Partial<ZoneState>>;

/** Feature state of every zone. A zone without a mark has no level: it is still loading. */
export function zoneStates(
  zones: readonly string[],
  marks: ReadonlyMap<string, ZoneMark>,
  pointed: Pointed,
): ZoneStates {
  return new Map(
    zones.map((zone) => {
      const mark = marks.get(zone);
      return [
        zone,
        {
          ...(mark ? { level: codeOf(mark) } : {}),
          dimmed: mark?.dimmed ?? false,
          unsure: mark?.unsure ?? false,
          gap: mark?.figure?.gap ?? false,
          hover: pointed.hover === zone,
          selected: pointed.selected === zone,
          focus: pointed.focus === zone,
        },
      ];
    }),
  );
}

/** Only what differs: setting feature state makes MapLibre paint its tiles again. */
export function changedStates(before: ZoneStates, after: ZoneStates): [string, Partial<ZoneState>][] {
  return [...after].filter(([zone, state]) => {
    const old = before.get(zone);
    return !old || Object.entries(state).some(([key, value]) => old[key as keyof ZoneState] !== value);
  });
}

const codeOf = ({ family = "presence", level, few }: ZoneMark): number =>
  level === null ? (few ? -3 : -1) : FIRST_CODE[family] + level;

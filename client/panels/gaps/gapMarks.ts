import type { ZoneGap } from "../../../domain/gaps/gapsOf.ts";
import type { ZoneFigure, ZoneMark } from "../../map/ZoneMark.ts";
import type { Telling } from "../../sentences.ts";
import type { Gaps } from "../../useGaps.ts";
import { gapLevel, gapMark } from "./gapWords.ts";

/** Place in a list: 1, 2 … to act on, A, B … to go and look at. */
export type Badge = NonNullable<ZoneFigure["badge"]>;

/** The badge of every zone that is in a list. */
export function badges({ act, look }: Pick<Gaps, "act" | "look">): ReadonlyMap<string, Badge> {
  const letter = (i: number) => String.fromCharCode(65 + (i % 26));
  return new Map([
    ...look.map(({ id }, i): [string, Badge] => [id, { text: letter(i), filled: false }]),
    ...act.map(({ id }, i): [string, Badge] => [id, { text: String(i + 1), filled: true }]),
  ]);
}

/** What the map draws of gaps: need ramp, pale where not sure, hatched where not known, a line where surely uncovered. */
export function gapMarks(gaps: Gaps, telling: Telling, levels: readonly string[]): ZoneMark[] {
  const inList = badges(gaps);
  return gaps.zones.map((zone) => {
    const surely = zone.gap.class === "gap";
    return {
      zone: zone.id,
      family: "need",
      level: classOf(zone, gaps.breaks),
      unsure: zone.gap.class === "uncertain",
      seen: [],
      rare: [],
      dimmed: levels.length > 0 && !levels.includes(gapLevel(zone)),
      figure: {
        text: gapMark(telling, zone),
        face: surely ? "gap" : zone.gap.class === "unknown" ? "unknown" : "plain",
        gap: surely,
        badge: inList.get(zone.id) ?? null,
      },
    };
  });
}

function classOf({ gap }: ZoneGap, breaks: readonly number[]): ZoneMark["level"] {
  if (gap.class === "unknown") return null;
  return breaks.filter((from) => (gap.middle ?? 0) >= from).length as 0 | 1 | 2 | 3 | 4;
}

import type { Reading } from "../../../domain/emerging/reading.ts";
import type { Listed } from "../../emergingAnswer.ts";
import { type PlaceState, statesOf } from "./statesOf.ts";

/** The classes of the map: three times or more, twice, half as much again (or slow), as expected, too little, nobody. */
export const ZONE_CLASSES = ["g3", "g2", "g1", "norm", "few", "unknown"] as const;
export type ZoneClass = (typeof ZONE_CLASSES)[number];

/**
 * What may be said of a zone: its class, and the findings it is part of, the one that gives the class first. Not `told`:
 * the needs asked of are told of the whole network alone.
 */
export type ZoneSays = { zone: string; says: ZoneClass; told: boolean; findings: readonly Listed[] };

type Asked = {
  answer: Pick<Reading, "states"> | null;
  /** The findings listed. */
  findings: readonly Listed[];
  /** Of them, the one looked at. */
  chosen: Listed | null;
  /** Needs chosen; none = all of them. */
  needs: readonly string[];
};

/**
 * What the map says of every zone. With several needs, the strongest finding; else as expected only if at least half of
 * the needs are, so that what is not known never looks calm. Needs told of the whole network alone say nothing of a zone.
 */
export function zonesSay(zones: readonly string[], { answer, findings, chosen, needs }: Asked): ZoneSays[] {
  const states = statesOf(answer, needs);
  return zones.map((zone) => {
    const told = states.filter((state) => state.zone === zone);
    const here = findings
      .filter(({ finding }) => finding.zones.includes(zone))
      .toSorted((a, b) => rank(a, chosen) - rank(b, chosen));
    const [strongest] = here;
    const says = strongest ? growthOf(strongest.finding) : without(told);
    return { zone, says, told: told.length > 0, findings: here };
  });
}

/** The class of a finding; a slow trend, and growth whose size is not told, stand with the least. */
export const growthOf = ({ ratio }: Listed["finding"]): "g1" | "g2" | "g3" =>
  ratio === 3 ? "g3" : ratio === 2 ? "g2" : "g1";

/** The chosen one first, then by class; slow ones last. */
function rank(listed: Listed, chosen: Listed | null): number {
  const { finding } = listed;
  if (finding.id === chosen?.finding.id) return -1;
  return finding.grade === "slow" ? 9 : ZONE_CLASSES.indexOf(growthOf(finding));
}

/** A zone no finding is of. */
function without(states: readonly PlaceState[]): ZoneClass {
  const norm = states.filter(({ state }) => state === "norm").length;
  if (states.length > 0 && norm * 2 >= states.length) return "norm";
  return states.every(({ state }) => state === "unknown") ? "unknown" : "few";
}

import type { Draft } from "./drafts.ts";
import type { EpochInput } from "./needSeries.ts";
import { lately } from "./placeStates.ts";
import type { Finding, Reading } from "./reading.ts";
import { inCommon, sameGrowth } from "./sameGrowth.ts";

/**
 * The drafts as findings, the surest first: by grade, strength, rounded ratio, then by the order of needs and zones, never by
 * a hidden number. Each that goes on from the close before keeps its id and since when it is; a new one is named by need,
 * epoch and number. A growth that was missing at one close only is the same one.
 */
export function findingsOf(drafts: readonly Draft[], input: EpochInput): Finding[] {
  const before = new Set(lastSaid(lately(input)));
  const numbers = new Map<string, number>();
  return inOrder(drafts, input).map((draft) => {
    const known = goesOn(draft, [...before]);
    if (known) {
      before.delete(known);
      return { id: known.id, ...draft, since: earlier(known.since, draft.since) };
    }
    const number = (numbers.get(draft.need) ?? 0) + 1;
    numbers.set(draft.need, number);
    return { id: `${draft.need}-${input.epoch}-${number}`, ...draft };
  });
}

/** Every finding of these closes once, as it last was. */
function lastSaid(readings: readonly Reading[]): Finding[] {
  const byId = new Map<string, Finding>();
  for (const finding of readings.flatMap(({ findings }) => findings))
    if (!byId.has(finding.id)) byId.set(finding.id, finding);
  return [...byId.values()];
}

const earlier = (...dates: [string, string]): string => dates.sort()[0] ?? dates[0];

/** The finding this one goes on from: of the same growth, most of its zones in common. */
function goesOn(draft: Draft, before: readonly Finding[]): Finding | undefined {
  return before
    .filter((one) => sameGrowth(one, draft))
    .reduce<Finding | undefined>(
      (best, one) => (best && inCommon(best, draft) >= inCommon(one, draft) ? best : one),
      undefined,
    );
}

const GRADES = ["confirmed", "to_confirm", "slow"];
const STRENGTHS = ["strong", "fair"];

function inOrder(drafts: readonly Draft[], { needs, zones }: EpochInput): Draft[] {
  const placeOf = (list: readonly string[]) => (id: string | undefined) => list.indexOf(id ?? "");
  const need = placeOf(needs.map((one) => one.need));
  const zone = placeOf(zones.map(({ id }) => id));
  const keys = (draft: Draft) => [
    GRADES.indexOf(draft.grade),
    STRENGTHS.indexOf(draft.strength),
    -(draft.ratio ?? 0),
    need(draft.need),
    zone(draft.zones[0]),
  ];
  return drafts
    .map((draft) => ({ draft, keys: keys(draft) }))
    .sort((a, b) => a.keys.map((key, i) => key - (b.keys[i] ?? 0)).find((gap) => gap !== 0) ?? 0)
    .map(({ draft }) => draft);
}

import { type ToldCluster, toldClusters } from "./clusters.ts";
import { draftsOf, trendDrafts } from "./drafts.ts";
import { findingsOf } from "./findings.ts";
import { hotSpots } from "./hotSpots.ts";
import { checkedInput, type EpochInput, type Tools } from "./needSeries.ts";
import { newsOf } from "./news.ts";
import { PARAMETERS } from "./parameters.ts";
import { emergedIn, lately, type NeedStates, placeStates } from "./placeStates.ts";
import { placeTests } from "./placeTests.ts";
import type { Reading, State } from "./reading.ts";
import { type PlaceTrend, trends } from "./trends.ts";

/**
 * What a close says of every need, as it may be published: classes only. The same input and tools give the same reading.
 * @throws RangeError when the parts of the input do not fit together
 * @see methods A2 and C7
 */
export function readEpoch(input: EpochInput, tools: Tools): Reading {
  const tests = placeTests(checkedInput(input));
  const found = placeStates(tests, tools);
  const clusters = toldClusters({ tests, states: found }, input, tools);
  const grown = tests.flatMap((test, i) => {
    const states = found[i];
    return states ? [{ test, states, clusters: clusters[i] ?? [] }] : [];
  });
  const fast = draftsOf(grown, { ...input, shown: tools.shown });
  const slow = trends(input);
  const findings = findingsOf([...fast, ...trendDrafts(fast, slow)], input);
  const states = columnsOf(
    grown.map(({ states: own, clusters: told }) => confirmed(own, told, input)),
    { zones: input.zones, slow },
  );
  const withheld = withheldIn(input, tools);
  const news = newsOf(input.previous[0]?.findings ?? [], { findings, states, withheld });
  return {
    epoch: input.epoch,
    states,
    hot_spots: hotSpots(
      input,
      ({ need, zone }) => tools.shown({ need, zones: [zone], weeks: PARAMETERS.windowWeeks }) !== null,
    ),
    findings,
    news,
  };
}

/** Whether the gate withholds a need in these zones, by id, over the window; also where the network has them no more. */
function withheldIn({ zones }: EpochInput, { shown }: Pick<Tools, "shown">) {
  const places = new Map(zones.map(({ id }, zone) => [id, zone]));
  return ({ need, zones: ids }: { need: string; zones: readonly string[] }): boolean => {
    const known = ids.flatMap((id) => places.get(id) ?? []);
    return known.length === 0 || shown({ need, zones: known, weeks: PARAMETERS.windowWeeks }) === null;
  };
}

/** The same states, confirmed where the need emerges for the second time in three closes, or within a cluster. */
function confirmed(states: NeedStates, clusters: readonly ToldCluster[], input: EpochInput): NeedStates {
  const inside = new Set(clusters.flatMap(({ zones }) => zones));
  const again = (zone: string | null) => emergedIn(lately(input), states.need, zone);
  const sure = (state: State, sureOf: () => boolean): State =>
    state === "emerging" && sureOf() ? "confirmed" : state;
  return {
    need: states.need,
    city: sure(states.city, () => again(null)),
    zones: states.zones.map((state, zone) =>
      sure(state, () => inside.has(zone) || again(input.zones[zone]?.id ?? null)),
    ),
  };
}

function columnsOf(
  needs: readonly NeedStates[],
  { zones, slow }: Pick<EpochInput, "zones"> & { slow: readonly PlaceTrend[] },
): Reading["states"] {
  const rows = needs.flatMap(({ need, city, zones: states }) => [
    { zone: null, need, state: city },
    ...states.map((state, zone) => ({ zone: zones[zone]?.id ?? null, need, state })),
  ]);
  const trendOf = new Map(slow.map(({ need, zone, trend }) => [`${need} ${zone}`, trend]));
  return {
    zone: rows.map(({ zone }) => zone),
    need: rows.map(({ need }) => need),
    state: rows.map(({ state }) => state),
    trend: rows.map(({ need, zone }) => trendOf.get(`${need} ${zone}`) ?? "few"),
  };
}

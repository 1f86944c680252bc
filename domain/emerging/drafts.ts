import { agreeing } from "./agreeing.ts";
import type { ToldCluster } from "./clusters.ts";
import type { EpochInput, Tools } from "./needSeries.ts";
import { spanOf } from "./needTallies.ts";
import { PARAMETERS } from "./parameters.ts";
import { emergedIn, lately, type NeedStates } from "./placeStates.ts";
import type { NeedTest } from "./placeTests.ts";
import type { Finding, RoundedRatio } from "./reading.ts";
import { sameGrowth } from "./sameGrowth.ts";
import type { PlaceTrend } from "./trends.ts";

/** A finding that has no name yet. */
export type Draft = Omit<Finding, "id">;

/** What the drafts of a need are made from: its tests, its states, and the clusters that may be told. */
export type Grown = { test: NeedTest; states: NeedStates; clusters: readonly ToldCluster[] };

type Input = EpochInput & Pick<Tools, "shown">;

/** A growth in the classes it is published by; `null` below one and a quarter, which is in none of them. */
function roundedRatio(ratio: number): RoundedRatio | null {
  if (ratio < 1.25) return null;
  return ratio < 1.75 ? 1.5 : ratio < 2.5 ? 2 : 3;
}

/** What grows at this close, need by need: the city once, clusters, and emerging zones that are in none of these. */
export function draftsOf(grown: readonly Grown[], input: Input): Draft[] {
  return grown.flatMap(({ test, states, clusters }) => [
    ...cityDraft({ test, states }, input),
    ...clusters.map((cluster) => clusterDraft({ test, states, cluster }, input)),
    ...zoneDrafts({ test, states, clusters }, input),
  ]);
}

/** Slow rises, where the same need in the same place is not told of already. */
export function trendDrafts(told: readonly Draft[], rising: readonly PlaceTrend[]): Draft[] {
  return rising.flatMap(({ need, zone, trend, since }) => {
    const known = told.some((draft) => draft.need === need && isOf(draft, zone));
    if (trend !== "rising" || since === null || known) return [];
    return [
      {
        kind: "trend" as const,
        ...{ need, zones: zone === null ? [] : [zone] },
        ...{ grade: "slow" as const, ratio: null, since, weeks: null },
        ...{ strength: "fair" as const, services: null, corrected: true },
      },
    ];
  });
}

const isOf = ({ zones }: Draft, zone: string | null) =>
  zone === null ? zones.length === 0 : zones.includes(zone);

function cityDraft({ test, states }: Omit<Grown, "clusters">, input: Input): Draft[] {
  if (states.city !== "emerging" || test.city.ratio === null) return [];
  const { need, sensitive } = test.series;
  const weeks = spanOf(test.series).now;
  const everywhere = { zones: input.zones.map((_, zone) => zone), weeks };
  return [
    {
      kind: "city",
      ...{ need, zones: [] },
      grade: emergedIn(lately(input), need, null) ? "confirmed" : "to_confirm",
      ratio: roundedRatio(test.city.ratio),
      ...{ since: sinceOf(input, weeks), weeks },
      strength: strengthOf(test.city.q),
      services: sensitive ? null : agreeing(test.series, everywhere, gateOf(input)),
      corrected: true,
    },
  ];
}

function clusterDraft(
  { test, states, cluster }: Omit<Grown, "clusters"> & { cluster: ToldCluster },
  input: Input,
): Draft {
  const { need } = test.series;
  const { zones, weeks, ratio, q, corrected } = cluster;
  const holds = zones.some((zone) => states.zones[zone] === "emerging");
  const found = { kind: "cluster" as const, need, zones: idsOf(input, zones) };
  const before = lately(input).some(({ findings }) => findings.some((one) => sameGrowth(one, found)));
  return {
    ...found,
    grade: holds || before ? "confirmed" : "to_confirm",
    ratio: roundedRatio(ratio),
    ...{ since: sinceOf(input, weeks), weeks },
    strength: holds ? "strong" : strengthOf(q),
    services: corrected ? agreeing(test.series, { zones, weeks }, gateOf(input)) : null,
    corrected,
  };
}

function zoneDrafts({ test, states, clusters }: Grown, input: Input): Draft[] {
  const told = new Set(clusters.flatMap(({ zones }) => zones));
  const weeks = spanOf(test.series).now;
  const { need } = test.series;
  return test.zones.flatMap(({ count, expected, q }, zone) => {
    const id = input.zones[zone]?.id;
    if (states.zones[zone] !== "emerging" || told.has(zone) || !expected || id === undefined) return [];
    return [
      {
        kind: "zone" as const,
        ...{ need, zones: [id] },
        grade: emergedIn(lately(input), need, id) ? ("confirmed" as const) : ("to_confirm" as const),
        ratio: roundedRatio(count / expected),
        ...{ since: sinceOf(input, weeks), weeks },
        strength: strengthOf(q),
        services: agreeing(test.series, { zones: [zone], weeks }, gateOf(input)),
        corrected: true,
      },
    ];
  });
}

const gateOf = ({ weeks, shown }: Input) => ({ weeks: weeks.length, shown });

const strengthOf = (q: number | null): Finding["strength"] =>
  q !== null && q <= PARAMETERS.strongQ ? "strong" : "fair";

const idsOf = ({ zones }: EpochInput, indexes: readonly number[]) =>
  indexes.flatMap((zone) => zones[zone]?.id ?? []);

/** The Monday of the first of the last `weeks` weeks. */
function sinceOf({ weeks }: EpochInput, count: number): string {
  const first = weeks.at(-count) ?? weeks[0];
  if (!first) throw new RangeError("weeks: none");
  return first.from;
}

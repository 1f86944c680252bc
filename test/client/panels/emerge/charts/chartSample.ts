import type { Emerged, Series } from "../../../../../client/panels/emerge/charts/series.ts";
import type { Finding } from "../../../../../domain/emerging/reading.ts";

/** Thirteen needs-worth of nothing: a small network, twelve months and 29 weeks, read on Sunday 22 November 2026. */
export const WEEKS = 29;
export const NEEDS = [
  { id: "abitare", sensitive: false },
  { id: "solitudine", sensitive: false },
  { id: "azzardo", sensitive: true },
];
export const ZONES = ["ravennate", "centro"];

const days = (from: string, n: number) =>
  new Date(Date.parse(from) + n * 86_400_000).toISOString().slice(0, 10);
const mondays = Array.from({ length: WEEKS }, (_, i) => days("2026-05-04", 7 * i));
const months = Array.from({ length: 12 }, (_, i) =>
  new Date(Date.UTC(2025, 10 + i, 1)).toISOString().slice(0, 10),
);

/** Counts 8 … 12 over 100 hours a week; loneliness doubles in the last three weeks; housing withheld once, unseen once. */
export const series: Series = {
  weeks: mondays.map((from, i) => ({ id: `w${i}`, from })),
  city: [
    {
      need: "abitare",
      step: "week",
      from: mondays,
      values: mondays.map((_, i) => (i === 10 || i === 15 ? null : 8 + (i % 5))),
      hours: mondays.map((_, i) => (i === 15 ? 0 : 100)),
    },
    {
      need: "solitudine",
      step: "week",
      from: mondays,
      values: mondays.map((_, i) => (i >= 26 ? 20 : 10)),
      hours: mondays.map(() => 100),
    },
    {
      need: "azzardo",
      step: "month",
      from: months,
      values: months.map((_, i) => (i % 4 === 0 ? null : 12)),
      hours: months.map(() => 400),
    },
  ],
  months: months.map((from, i) => ({ id: `m${i}`, from })),
  zones: ZONES.flatMap((zone) =>
    ["abitare", "solitudine"].map((need) => ({
      zone,
      need,
      values: months.map((_, i) => (zone === "centro" && i === 4 ? null : 10 + i)),
      hours: months.map((_, i) => (zone === "centro" && i === 7 ? 0 : 50)),
    })),
  ),
};

export const cluster: Finding = {
  id: "solitudine-2026-W46-1",
  kind: "cluster",
  need: "solitudine",
  zones: ZONES,
  grade: "confirmed",
  ratio: 2,
  since: "2026-11-02",
  weeks: 3,
  strength: "strong",
  services: "several",
  corrected: true,
};
export const everywhere: Finding = { ...cluster, id: "solitudine-2026-W46-2", kind: "city", zones: [] };
export const slow: Finding = {
  ...cluster,
  id: "abitare-2026-W47-1",
  kind: "trend",
  need: "abitare",
  zones: ["ravennate"],
  grade: "slow",
  ratio: null,
  weeks: null,
};

export const emerged: Emerged = {
  to: "2026-11-22",
  series,
  findings: [cluster, slow],
  states: {
    zone: [null, null, null, "ravennate", "centro"],
    need: ["abitare", "solitudine", "azzardo", "abitare", "abitare"],
    state: ["norm", "norm", "few", "norm", "unknown"],
    trend: ["flat", "flat", "few", "rising", "few"],
  },
  parameters: {},
  evidence: [
    { need: "solitudine", zone: "ravennate", hours_now: 12 },
    { need: "solitudine", zone: "centro", hours_now: 9 },
    { need: "solitudine", zone: null, hours_now: 101 },
  ],
};

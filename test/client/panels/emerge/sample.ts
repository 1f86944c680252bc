import type { EmergingAnswer } from "../../../../client/emergingAnswer.ts";
import { PARAMETERS } from "../../../../domain/emerging/parameters.ts";
import type { Finding, State, Trend } from "../../../../domain/emerging/reading.ts";
import { addDays } from "../../../../domain/period.ts";

const ZONES = Array.from({ length: 12 }, (_, i) => `Q${String(i + 1).padStart(2, "0")}`);
const ORDINARY = ["abitare", "alimentazione", "salute", "solitudine", "giovani", "conflitti"];
const SENSITIVE = ["documenti", "sfruttamento", "dipendenze", "azzardo"];
const MONDAY = "2026-11-16";

/** A finding of one zone, confirmed, unless said otherwise. */
export const finding = (patch: Partial<Finding> = {}): Finding => ({
  id: "solitudine-2026-W45-1",
  kind: "zone",
  need: "solitudine",
  zones: ["Q03"],
  grade: "confirmed",
  ratio: 2,
  since: "2026-11-02",
  weeks: 3,
  strength: "strong",
  services: "two",
  corrected: true,
  ...patch,
});

const cluster = finding({ kind: "cluster", zones: ["Q01", "Q03"], services: "several" });
const young = finding({
  id: "giovani-2026-W47-1",
  need: "giovani",
  zones: ["Q04"],
  grade: "to_confirm",
  ratio: 1.5,
  strength: "fair",
  services: "one",
});
const slow = finding({
  id: "abitare-2026-W40-1",
  kind: "trend",
  need: "abitare",
  zones: ["Q05"],
  grade: "slow",
  ratio: null,
  since: "2025-11-01",
  weeks: null,
  strength: "fair",
  services: null,
});
const everywhere = finding({
  id: "azzardo-2026-W46-1",
  kind: "city",
  need: "azzardo",
  zones: [],
  grade: "to_confirm",
  ratio: 1.5,
  since: "2026-10-19",
  weeks: 5,
  strength: "fair",
});

const weeks = Array.from({ length: 29 }, (_, i) => {
  const from = addDays(MONDAY, 7 * (i - 28));
  return { id: `week ${from}`, from };
});
const months = Array.from({ length: 12 }, (_, i) => {
  const [year, month] = i < 2 ? [2025, 11 + i] : [2026, i - 1];
  return {
    id: `${year}-${String(month).padStart(2, "0")}`,
    from: `${year}-${String(month).padStart(2, "0")}-01`,
  };
});

/** An even wave about a level, so that every line is another. */
const wave = (seed: number, i: number, level: number) =>
  Math.round(level * (1 + 0.18 * Math.sin(seed * 7 + i * 1.9) + 0.1 * Math.cos(seed * 3 + i * 0.7)));

const NOBODY = "Q07";
const STATES: Record<string, State> = {
  "solitudine Q01": "confirmed",
  "solitudine Q03": "confirmed",
  "giovani Q04": "emerging",
  "azzardo everywhere": "emerging",
};

function monthly(zone: string, need: string, { seed, i }: { seed: number; i: number }): number | null {
  if (zone === NOBODY || (seed + i) % 9 === 0) return null;
  return wave(seed, i, 12) + (zone === "Q05" && need === "abitare" ? i : 0);
}

function states(): EmergingAnswer["states"] {
  const zones = [...ZONES.flatMap((zone) => ORDINARY.map((need) => ({ zone, need })))];
  const city = [...ORDINARY, ...SENSITIVE].map((need) => ({ zone: null, need }));
  const all = [...zones, ...city];
  const stateOf = (zone: string | null, need: string, i: number): State => {
    const said = STATES[`${need} ${zone ?? "everywhere"}`];
    if (zone === NOBODY) return "unknown";
    return said ?? (zone !== null && (i * 7) % 5 < 2 ? "few" : "norm");
  };
  const trendOf = (zone: string | null, need: string): Trend =>
    need === "abitare" && zone === "Q05" ? "rising" : zone === NOBODY ? "few" : "flat";
  return {
    zone: all.map(({ zone }) => zone),
    need: all.map(({ need }) => need),
    state: all.map(({ zone, need }, i) => stateOf(zone, need, i)),
    trend: all.map(({ zone, need }) => trendOf(zone, need)),
  };
}

/** What the server would say of a close of the demo network, invented. */
export function sample(patch: Partial<EmergingAnswer> = {}): EmergingAnswer {
  const epochs = weeks.map(({ from }, i) => ({
    id: `2026-W${19 + i}`,
    from,
    to: addDays(from, 6),
    closed_at: `${addDays(from, 9)}T05:00:00Z`,
    findings: [0, 0, 1, 3][i % 4] ?? 0,
    news: i % 3 === 0 ? 2 : 0,
  }));
  return {
    epoch: "2026-W47",
    closed_at: "2026-11-25T05:00:00Z",
    from: MONDAY,
    to: "2026-11-22",
    method: 1,
    code_version: "1.0.0",
    parameters: { ...PARAMETERS },
    epochs: epochs.reverse(),
    pending: null,
    states: states(),
    hot_spots: { zone: [], need: [], spot: [] },
    findings: [cluster, everywhere, young, slow],
    news: [
      { change: "confirmed", finding: cluster, before: { ...cluster, grade: "to_confirm" }, why: null },
      { change: "appeared", finding: young, before: null, why: null },
      {
        change: "ended",
        finding: finding({ id: "salute-2026-W43-1", need: "salute", zones: ["Q09"] }),
        before: null,
        why: "few",
      },
    ],
    evidence: ZONES.flatMap((zone) =>
      ORDINARY.map((need, i) => ({
        need,
        zone,
        hours_now: 20 + i,
        hours_before: 19 + i,
        competent: ["ms", "ss", "ca"],
      })),
    ),
    series: {
      weeks,
      city: [
        ...ORDINARY.map((need, n) => ({
          need,
          step: "week" as const,
          ids: weeks.map(({ id }) => id),
          from: weeks.map(({ from }) => from),
          values: weeks.map((_, i) => wave(n, i, 20) + (need === "solitudine" && i > 25 ? 14 : 0)),
          hours: weeks.map((_, i) => wave(n + 20, i, 180)),
        })),
        ...SENSITIVE.map((need, n) => ({
          need,
          step: "month" as const,
          ids: months.map(({ id }) => id),
          from: months.map(({ from }) => from),
          values: months.map((_, i) => (need === "documenti" && i === 4 ? null : wave(n, i, 30))),
          hours: months.map((_, i) => wave(n + 20, i, 700)),
        })),
      ],
      months,
      zones: ZONES.flatMap((zone, z) =>
        ORDINARY.map((need, n) => ({
          zone,
          need,
          values: months.map((_, i) => monthly(zone, need, { seed: z + n, i })),
          hours: months.map((_, i) => (zone === NOBODY ? 0 : wave(z + n + 5, i, 80))),
        })),
      ),
    },
    ...patch,
  };
}

import { describe, expect, test } from "vitest";
import { instantOf } from "../../domain/civilTime.ts";
import { gapField } from "../../domain/gaps/gapField.ts";
import { gapsOf } from "../../domain/gaps/gapsOf.ts";
import { whyGap } from "../../domain/gaps/whyGap.ts";
import { Schedule } from "../../domain/network.ts";
import { hoursOf, union } from "../../domain/presence.ts";
import { presenceHours } from "../../domain/published.ts";
import { expand, occurrences } from "../../domain/recurrence.ts";
import { needRate } from "../../domain/stats/needRate.ts";
import { type RandomTown, sourceOf } from "./randomTown.ts";

const rome = "Europe/Rome";
const ALL = 2 ** 13 - 1;
const NIGHT = Array.from({ length: 8 }, (_, i) => 3 * 24 + 22 + i);
const week = Array.from({ length: 168 }, (_, hour) => hour);

/** A quarter of nights: hours of the unit (competent for health) and needs published, by zone. */
function nights(
  zones: Record<string, { hours: number; health: number | null }>,
  more: Partial<RandomTown> = {},
) {
  const at = Object.entries(zones).map(([zone, night]) => ({ zone, slot: "night", ...night }));
  return sourceOf({
    random: () => 0,
    zones: Object.keys(zones),
    services: [{ id: "unit", needs: ["health"] }],
    cells: [],
    visits: at.flatMap(({ zone, slot, hours }) =>
      hours > 0 ? [{ zone, slot, service: "unit", last: "2026-04-01" }] : [],
    ),
    recorded: ["unit"],
    hours: at.map(({ zone, slot, hours }) => ({ zone, slot, service: "unit", hours })),
    needs: at.map(({ zone, slot, health }) => ({ zone, slot, need: "health", value: health })),
    ...more,
  });
}
const gapAt = (source: ReturnType<typeof nights>, zone: string, hours: readonly number[] = NIGHT) =>
  gapsOf(gapField(source, ["health"]), hours).find(({ id }) => id === zone)?.gap;

describe("edge cases of methods B2", () => {
  test("h = 0, y > 0: half an hour is taken, it is flagged, and the gap is never called sure", () => {
    expect(needRate({ shown: 7, upTo: 7, variance: 0, hours: 0 }, null)).toMatchObject({
      posterior: { middle: { shape: 7.5, rate: 0.5 } },
      outside: true,
    });
    const source = nights({ harbour: { hours: 200, health: 40 }, hill: { hours: 0, health: 7 } });
    const [reason] = whyGap(gapField(source, ["health"]), "hill", NIGHT);
    expect(reason?.slots).toMatchObject([{ slot: "night", outside: true, state: "insufficient" }]);
    expect(gapAt(source, "hill")?.class).toBe("uncertain");
    const [there] = whyGap(gapField(source, ["health"]), "harbour", NIGHT);
    expect(there?.slots).toMatchObject([{ outside: false }]);
  });

  test("all zones h = 0: nothing is known, and needs recorded are no fault of the outings", () => {
    const source = nights({ harbour: { hours: 0, health: 40 }, hill: { hours: 0, health: null } });
    const classes = gapsOf(gapField(source, ["health"]), NIGHT).map(({ gap }) => [gap.class, gap.middle]);
    expect(classes).toEqual([
      ["unknown", null],
      ["unknown", null],
    ]);
    expect(whyGap(gapField(source, ["health"]), "harbour", NIGHT)[0]?.slots[0]?.outside).toBe(false);
  });

  test("one zone only: without a prior a rate stands on its own evidence", () => {
    const gap = gapAt(nights({ harbour: { hours: 20, health: 40 } }), "harbour");
    // 40 in 20 hours over 8 uncovered hours.
    expect(gap).toMatchObject({ class: "gap", uncovered: 8 });
    expect(gap?.middle).toBeGreaterThan(15);
    expect(gap?.middle).toBeLessThan(17);
  });

  test("a 24 h shelter: U = 0, covered whatever the rate", () => {
    const cells = week.map((hour) => {
      return { zone: "harbour", service: "unit", hour, planned: ALL, seen: ALL };
    });
    const source = nights({ harbour: { hours: 2184, health: 40 } }, { cells });
    expect(gapAt(source, "harbour", week)).toMatchObject({ class: "covered", uncovered: 0 });
  });

  test("RRULE on a DST gap: a start in the skipped hour stays, and may be empty", () => {
    const night = { dtstart: "2026-03-27T02:30", rule: "FREQ=DAILY", minutes: 120 };
    const span = { timezone: rome, from: "2026-03-28", to: "2026-03-30" };
    const lengths = expand(night, span).map(({ start, end }) => (end - start) / 60_000);
    expect(lengths).toEqual([120, 60, 120]);
    const short = expand({ ...night, minutes: 30 }, span).map(({ start, end }) => end - start);
    expect(short[1]).toBeLessThanOrEqual(30 * 60_000);
    expect(hoursOf(expand(night, span), rome, 6).map(({ hour }) => hour % 24)).toEqual([
      2, 3, 4, 3, 4, 2, 3, 4,
    ]);
  });

  test("a roster without end goes on for as long as anybody asks", () => {
    const weekly = {
      freq: "WEEKLY",
      byday: "FR",
      dtstart: "2025-01-03",
      opens_at: "21:00",
      closes_at: "01:00",
    };
    const roster = Schedule.parse({ id: "a", service: "unit", zones: ["harbour"], ...weekly });
    expect(roster.until).toBeNull();
    // 52 Fridays of 2050, and the night of the last of 2049 that reaches into it.
    expect(occurrences(roster, { timezone: rome, from: "2050-01-01", to: "2050-12-31" })).toHaveLength(53);
  });

  test("overlapping shifts of the same service are a union, not a sum", () => {
    const [ten, eleven, noon] = ["10:00", "11:00", "12:00"].map((time) =>
      instantOf(`2026-03-06T${time}`, rome),
    );
    const both = [
      { start: ten ?? 0, end: eleven ?? 0 },
      { start: (ten ?? 0) + 30 * 60_000, end: noon ?? 0 },
    ];
    expect(union(both)).toEqual([{ start: ten, end: noon }]);
    expect(hoursOf(both, rome, 6).map(({ minutes }) => minutes)).toEqual([60, 60]);
  });

  test("h is counted once per team: two services at once are two hours, two outings of one are one", () => {
    const hours = {
      zone: ["harbour", "harbour"],
      slot: ["night", "night"],
      weekpart: ["weekday", "weekday"],
    };
    const held = { hours: { ...hours, service: ["unit", "canteen"], hours: [1, 1] } };
    expect(presenceHours(held, { zone: "harbour" }, new Set(["unit", "canteen"]))).toBe(2);
    const start = instantOf("2026-03-06T22:00", rome);
    const outing = { start, end: start + 3_600_000 };
    expect(hoursOf([outing, outing], rome, 6)).toMatchObject([{ minutes: 60 }]);
  });
});

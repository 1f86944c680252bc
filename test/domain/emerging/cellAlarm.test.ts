import { describe, expect, test } from "vitest";
import { type BaseAndNow, cellAlarms, cityMovement } from "../../../domain/emerging/cellAlarm.ts";
import { benjaminiHochberg } from "../../../domain/stats/fdr.ts";
import { negativeBinomialUpper } from "../../../domain/stats/negativeBinomial.ts";
import { reference, relativeError } from "../stats/reference.ts";

const alarm = reference("alarm_effort_adjusted_14zones");
const fourteen: BaseAndNow[] = alarm.zones.map((_: string, i: number) => ({
  base: { count: alarm.base_count[i], hours: alarm.base_hours[i] },
  now: { count: alarm.now_count[i], hours: alarm.now_hours[i] },
}));
const even = (counts: number[], now: number[]): BaseAndNow[] =>
  counts.map((count, i) => ({
    base: { count, hours: 260 },
    now: { count: now[i] ?? 0, hours: 30 },
  }));
const nobodyAlarmed = (tallies: BaseAndNow[]) => tallies.map(() => false);

function stateOf(expected: number | null, q: number, count: number) {
  if (expected === null) return "unknown (nobody present)";
  if (q <= 0.05 && count >= 5 && count >= 1.5 * expected) return "emerging";
  return count < 5 ? "too few" : "no change";
}

describe("14 zones, against R pnbinom and p.adjust", () => {
  const found = cellAlarms(fourteen, { movement: 1 });
  const q = benjaminiHochberg(found.map(({ p }) => p));

  test("have its p, down to 2e−9, and its q", () => {
    found.forEach(({ p }, i) => {
      if (alarm.expected.p[i] === null) expect(p).toBeNull();
      else expect(relativeError(p ?? 9, alarm.expected.p[i])).toBeLessThan(1e-9);
      if (alarm.expected.q_bh[i] === null) expect(q[i]).toBeNull();
      else expect(relativeError(q[i] ?? 9, alarm.expected.q_bh[i])).toBeLessThan(1e-9);
    });
  });

  test("have what it expects of the hours of now, nothing where nobody is", () => {
    found.forEach(({ expected }, i) => {
      const { hours, count } = fourteen[i]?.now ?? { hours: 0, count: 0 };
      if (hours === 0) expect(expected).toBeNull();
      else expect(relativeError(expected ?? 9, alarm.expected.expected_now[i])).toBeLessThan(1e-10);
      const ratio = (count + 0.5) / ((expected ?? 0) + 0.5);
      expect(relativeError(ratio, alarm.expected.ratio[i])).toBeLessThan(1e-10);
    });
  });

  test("have its states, by the rule that the fixture states", () => {
    const states = found.map((zone, i) => stateOf(zone.expected, q[i] ?? 1, fourteen[i]?.now.count ?? 0));
    expect(states).toEqual(alarm.expected.state);
  });
});

describe("a zone", () => {
  test("is no surer an alarm for being looked at more, when it shows as much an hour", () => {
    const [usual] = cellAlarms(even([60, 60, 60], [7, 7, 7]), { movement: 1 });
    const tallies = even([60, 60, 60], [21, 7, 7]).map((tally, i) => ({
      ...tally,
      now: { ...tally.now, hours: i === 0 ? 90 : 30 },
    }));
    const [surged] = cellAlarms(tallies, { movement: 1 });
    expect(usual?.p).toBeGreaterThan(0.4);
    expect(surged?.p).toBeGreaterThan(0.4);
    expect(surged?.expected).toBeCloseTo(3 * (usual?.expected ?? 0), 10);
  });

  test("is expected to show more when the whole city does, and alarms less", () => {
    const tallies = even([60, 40, 50], [18, 8, 9]);
    const [alone, moved] = [1, 1.5].map((movement) => cellAlarms(tallies, { movement })[0]);
    expect(moved?.expected).toBeCloseTo(1.5 * (alone?.expected ?? 0), 12);
    expect(moved?.p).toBeGreaterThan(alone?.p ?? 1);
  });

  test("can expect nothing alone, or of a need never seen before", () => {
    expect(cellAlarms(even([60], [30]), { movement: 1 })).toEqual([{ p: null, expected: null }]);
    expect(cellAlarms(even([0, 0], [30, 1]), { movement: 1 })[0]).toEqual({ p: null, expected: null });
    expect(cellAlarms([], { movement: 1 })).toEqual([]);
  });
});

describe("the city", () => {
  test("moves when every zone shows twice as much, and stands when it shows as ever", () => {
    const counts = [40, 50, 60, 55, 45, 50];
    const as = (times: number) =>
      even(
        counts,
        counts.map((count) => Math.round((count * times * 30) / 260)),
      );
    const [still, doubled] = [as(1), as(2)].map((tallies) => cityMovement(tallies, nobodyAlarmed(tallies)));
    expect(still?.ratio).toBeCloseTo(1, 1);
    expect(still?.p).toBeGreaterThan(0.3);
    expect(doubled?.ratio).toBeCloseTo(2, 1);
    expect(doubled?.p).toBeLessThan(1e-4);
  });

  test("is not moved by a zone in alarm, which is set aside", () => {
    const tallies = even([40, 50, 60, 55, 45, 50], [30, 6, 7, 6, 5, 6]);
    const aside = tallies.map((_, i) => i === 0);
    expect(cityMovement(tallies, nobodyAlarmed(tallies))?.ratio).toBeGreaterThan(1.6);
    expect(cityMovement(tallies, aside)?.ratio).toBeLessThan(1.1);
  });

  test("is all its zones when those in alarm hold more than half of what is expected", () => {
    const tallies = even([40, 50, 60, 55, 45, 50], [15, 18, 20, 21, 16, 6]);
    const most = [true, true, true, true, false, false];
    expect(cityMovement(tallies, most)).toEqual(cityMovement(tallies, nobodyAlarmed(tallies)));
    const half = cityMovement(tallies, [true, true, false, false, false, false]);
    expect(half).not.toEqual(cityMovement(tallies, nobodyAlarmed(tallies)));
  });

  test("is as likely as its zones together: of one zone present it is that zone's own tail", () => {
    const tallies = even([40, 50], [12, 6]).map((tally, i) => ({
      ...tally,
      now: { ...tally.now, hours: i === 0 ? 30 : 0 },
    }));
    const [zone] = cellAlarms(tallies, { movement: 1 });
    const city = cityMovement(tallies, [false, false]);
    expect(relativeError(city?.p ?? 9, zone?.p ?? 1)).toBeLessThan(1e-12);
    expect(city?.ratio).toBeCloseTo(12 / (zone?.expected ?? 1), 12);
  });

  test("has mean and variance of the sum of the zones, 14 of R's", () => {
    const { a, expected_now } = alarm.expected;
    const mean = expected_now.reduce((sum: number, e: number) => sum + e, 0);
    const variance = expected_now.reduce(
      (sum: number, e: number, i: number) => sum + e + e ** 2 / (a + alarm.base_count[i]),
      0,
    );
    const size = mean ** 2 / (variance - mean);
    const seen = alarm.now_count.reduce((sum: number, y: number) => sum + y, 0);
    const city = cityMovement(fourteen, nobodyAlarmed(fourteen));
    expect(city?.ratio).toBeCloseTo(seen / mean, 8);
    expect(relativeError(city?.p ?? 9, negativeBinomialUpper({ size, mean }, seen))).toBeLessThan(1e-7);
  });

  test("cannot be told of when nobody is anywhere, or nothing was ever seen", () => {
    expect(cityMovement(even([0, 0], [3, 4]), [false, false])).toBeNull();
    const away = even([40, 50], [0, 0]).map(({ base }) => ({ base, now: { count: 0, hours: 0 } }));
    expect(cityMovement(away, [false, false])).toBeNull();
  });
});

test("what cannot be is refused with its value", () => {
  const tallies = even([40, 50], [4, 5]);
  expect(() => cellAlarms(tallies, { movement: 0 })).toThrow("movement: 0");
  expect(() => cellAlarms(even([40, 50], [4.5, 5]), { movement: 1 })).toThrow("count: 4.5");
  const negative = tallies.map(({ base, now }) => ({ base, now: { ...now, hours: -1 } }));
  expect(() => cellAlarms(negative, { movement: 1 })).toThrow("hours now: -1");
  expect(() => cityMovement(tallies, [true])).toThrow("alarms of 1 zones (expected 2)");
});

import { afterAll, beforeAll, expect, test } from "vitest";
import type { Draw } from "../../domain/disclosure/cubeCell.ts";
import { balancedExact } from "../../domain/disclosure/score.ts";
import {
  askedUnions,
  leafName,
  leavesOf,
  overCompare,
  type SumOver,
} from "../../server/disclosure/askedUnions.ts";
import { type Outcome, passed } from "../../server/disclosure/outcome.ts";
import { byRole, repeated, strange, timed, toldApart } from "../../server/disclosure/overWire.ts";
import { keyFrom, type Observation, randomFrom } from "./city.ts";
import { NEEDS, rowsOf, SLOTS, truths, ZONES } from "./cube.ts";
import { NIGHT, PERIOD, QUESTIONS, REFUSED } from "./questions.ts";
import { type Served, serveCity } from "./served.ts";
import { besides } from "./weak.ts";

/** Two cities that differ in one cell, which holds nothing in the first and two in the second. */
const cities: Served[] = [];
beforeAll(async () => {
  const others = rowsOf(
    truths(51).filter(({ zone }) => zone !== "z0"),
    51,
  );
  const random = randomFrom(5);
  const two = Array.from(
    { length: 2 },
    (): Observation => ({
      ...{ zone: "z0", slot: "night", need: "n0", service: "AA", band: "5-9", day: "2026-05-15" },
      key: keyFrom(random),
    }),
  );
  cities.push(await serveCity(others), await serveCity([...others, ...two]));
});
afterAll(() => Promise.all(cities.map(({ close }) => close())));
const both = (): [Served, Served] => {
  const [empty, small] = cities;
  if (!empty || !small) throw new Error("no cities");
  return [empty, small];
};
const failed = (outcome: Outcome) => expect(passed(outcome)).toBe(false);

test("A02: asked again in every way, an answer is the same bytes; fresh noise at each question is caught", async () => {
  const [city] = both();
  const ours = await repeated(city.ask, QUESTIONS.slice(0, 4), 12);
  expect(ours).toMatchObject({ tried: 48, figures: [{ value: 0 }] });
  let asked = 0;
  const weak = await besides(city, { body: (rows) => ({ total: rows + (asked++ % 5) - 2 }) });
  failed(await repeated(weak.ask, QUESTIONS.slice(0, 1), 12));
  await weak.stop();
});

test("A03: unions with and without a need, averaged over HTTP in five cities, are right as often as chance; fresh noise is averaged away", async () => {
  const guesses = [];
  const weak = [];
  for (const seed of [61, 62, 63, 64, 65]) {
    const leaves = truths(seed);
    const city = await serveCity(rowsOf(leaves, seed));
    const truth = new Map(leaves.map(({ zone, slot, need, n }) => [`${zone} ${slot} ${need}`, n]));
    const asking = { slot: "night", needs: NEEDS, times: 3, truth };
    guesses.push(...(await askedUnions(overCompare(city.ask, { period: "2026-Q2", slots: SLOTS }), asking)));
    await city.close();
    weak.push(...(await askedUnions(freshNoise(leaves, seed), { ...asking, times: 200 })));
  }
  expect(guesses.length).toBeGreaterThan(50);
  expect(balancedExact(guesses)).toBeLessThanOrEqual(0.55);
  expect(balancedExact(weak)).toBeGreaterThan(0.9);
});

/** Weak gate: sums of true counts, each answer with noise of its own. */
function freshNoise(leaves: ReturnType<typeof truths>, seed: number): SumOver {
  const random = randomFrom(seed);
  const noise = () => Math.round((random() + random() + random() + random() - 2) * 4);
  const at = new Map(leaves.map(({ zone, slot, need, n }) => [leafName(zone, slot, need), n]));
  return async (slot, needs) =>
    new Map(
      ZONES.map((zone) => {
        const sum = needs.reduce((total, need) => total + (at.get(leafName(zone, slot, need)) ?? 0), 0);
        return [zone, sum + noise()] as const;
      }),
    );
}

test("A04, A05: dates, places, predicates and words of one’s own get no answer; a server that answers them is caught", async () => {
  const [city] = both();
  expect(passed(await strange("A05", city.ask, REFUSED))).toBe(true);
  const weak = await besides(city, { body: (rows) => ({ total: rows }) });
  failed(await strange("A05", weak.ask, REFUSED));
  await weak.stop();
});

test("A05: all needs but one are the sum of published cells, and a total less all but one is 0 or the number shown", async () => {
  const [city] = both();
  const cells = (await city.json(`/api/cells?${PERIOD}`)).chain[0].views.find(
    ({ view }: { view: string }) => view === "zone×slot×need",
  );
  const shown = (zone: string, needs: string[]) =>
    cells.value.reduce(
      (sum: number, value: number | null, i: number) =>
        cells.zone[i] === zone && cells.slot[i] === "night" && needs.includes(cells.need[i])
          ? sum + (value ?? 0)
          : sum,
      0,
    );
  const sum = overCompare(city.ask, { period: "2026-Q2", slots: SLOTS });
  for (const need of NEEDS) {
    const others = NEEDS.filter((one) => one !== need);
    for (const [zone, told] of await sum("night", others)) expect(told).toBe(shown(zone, others));
  }
});

test("A13, A05: a city with nothing in a small cell and one with two cannot be told apart: status, headers, length, order, refusals", async () => {
  const [empty, small] = both();
  const paths = [
    ...QUESTIONS.filter((path) => !path.includes("compare")),
    ...REFUSED,
    "/api/cells?period=2026-Q3",
    "/api/nothing",
    "/api/network",
  ];
  expect(passed(await toldApart("A13", [empty.ask, small.ask], paths))).toBe(true);
  const byRows = { headers: (rows: number) => ({ etag: `"${rows}"` }) };
  const weak = [await besides(empty, byRows), await besides(small, byRows)] as const;
  failed(await toldApart("A13", [weak[0].ask, weak[1].ask], QUESTIONS.slice(0, 1)));
  await Promise.all(weak.map(({ stop }) => stop()));
});

test("A15: the time of 1000 answers does not tell whether a small cell holds anything; waiting for each record does", async () => {
  const [empty, small] = both();
  const path = "/api/why?period=2026-Q2&zone=z0&slot=night&need=n0";
  expect((await empty.ask(path)).status).toBe(200);
  const ours = await timed([() => empty.ask(path), () => small.ask(path)], 1000);
  expect(passed(ours), JSON.stringify(ours)).toBe(true);
  const extra = { wait: 0, body: () => ({}) };
  const weak = [await besides(empty, extra), await besides(small, { ...extra, wait: 0.002 })] as const;
  failed(await timed([() => weak[0].ask("/api/why"), () => weak[1].ask("/api/why")], 200));
  await Promise.all(weak.map(({ stop }) => stop()));
});

test("A20: every role of the network gets the same bytes, the public none; a finer cube for one role is caught", async () => {
  const [city] = both();
  const paths = [...QUESTIONS, `/api/cells?${PERIOD}`, `/api/compare?${PERIOD}&${NIGHT}`];
  expect(passed(await byRole(city.ask, paths))).toBe(true);
  failed(
    await byRole(async (path, role) => {
      const answer = await city.ask(path, role);
      return role === "supervisor" ? { ...answer, body: answer.body.replaceAll("null", "2") } : answer;
    }, paths.slice(-2)),
  );
});

test("leaves of a draw are named as the questions name them", () => {
  const draw: Draw = {
    cells: [
      {
        period: "2026-Q2",
        kind: "quarter",
        view: "zone×slot×need",
        by: ["zone", "slot", "need"],
        sensitive: false,
        nodes: { zone: "z0", slot: "night", need: "n0" },
        value: null,
      },
    ],
    truth: [2],
  };
  expect([...leavesOf(draw, "2026-Q2")]).toEqual([["z0 night n0", 2]]);
});

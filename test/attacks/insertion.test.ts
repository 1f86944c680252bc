import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type CubeCell, cubeCells } from "../../domain/disclosure/cubeCell.ts";
import { balancedExact } from "../../domain/disclosure/score.ts";
import { passed } from "../../server/disclosure/outcome.ts";
import { changedBy, finerThanDay } from "../../server/disclosure/overWire.ts";
import { documented, padded } from "../../server/disclosure/padding.ts";
import { city, closeBy, keyFrom, type Observation, observe, openCity, randomFrom } from "./city.ts";
import { CLOSED, rowsOf, truths } from "./cube.ts";
import { NIGHT, PERIOD, QUESTIONS } from "./questions.ts";
import { behindPort, type Served, serveCity } from "./served.ts";
import { besides } from "./weak.ts";

const EVERY = [
  ...QUESTIONS,
  `/api/cells?${PERIOD}`,
  `/api/compare?${PERIOD}&${NIGHT}`,
  "/api/network",
  "/api/emerging",
  "/status",
];
const one = (seed: number): Observation => ({
  ...{ zone: "z0", slot: "night", need: "n0", service: "AA", band: "1", day: "2026-05-15" },
  key: keyFrom(randomFrom(seed)),
});

describe("a record that comes in after its quarter was closed", () => {
  let served: Served;
  beforeAll(async () => {
    served = await serveCity(rowsOf(truths(21), 21));
  });
  afterAll(() => served.close());
  const insert = async (count = 1) => {
    await observe(
      served.open,
      Array.from({ length: count }, (_, i) => one(900 + i)),
    );
    await closeBy(served.open, CLOSED);
  };

  test("A09: changes no answer, byte for byte, nor does another three hundred", async () => {
    expect(passed(await changedBy("A09", insert, { ask: served.ask, paths: EVERY }))).toBe(true);
    expect(passed(await changedBy("A09", () => insert(300), { ask: served.ask, paths: EVERY }))).toBe(true);
  });

  test("A09: a gate that counts when it is asked is caught by the same questions", async () => {
    const weak = await besides(served, { body: (rows) => ({ total: rows < 5 ? null : rows }) });
    expect(passed(await changedBy("A09", insert, { ask: weak.ask, paths: [EVERY[0] ?? ""] }))).toBe(false);
    await weak.stop();
  });

  test("A14: no answer tells a time finer than a day but a period’s closing, and the newest record’s would be caught", async () => {
    for (const path of EVERY) expect([path, finerThanDay((await served.ask(path)).body)]).toEqual([path, []]);
    const weak = await besides(served, {
      body: () => ({ updated_at: "2026-07-06T11:02:33Z", created: 1_783_000_000_000 }),
    });
    expect(finerThanDay((await weak.ask("/api/needs")).body)).toEqual(["updated_at", "created"]);
    await weak.stop();
  });

  test("A14: ids in answers are the network’s words, no sequence; nothing is pushed: no answer is a stream", async () => {
    for (const path of EVERY) {
      const { headers, body } = await served.ask(path);
      expect(headers["content-type"]).toMatch(/json/);
      expect(body, path).not.toMatch(/"(id|import_id|record|row)":\s*\d/);
    }
  });
});

test("A09: had it come before the close, the small cell it enters would say the same, and no other small one would move", async () => {
  const leaves = truths(24).map((leaf) =>
    leaf.zone === "z0" && leaf.slot === "night" && leaf.need === "n0" ? { ...leaf, n: 1 } : leaf,
  );
  const cells = async (seen: Observation[]) => {
    const served = await serveCity(seen);
    const { chain } = await served.json(`/api/cells?${PERIOD}`);
    await served.close();
    return cubeCells(chain);
  };
  const before = await cells(rowsOf(leaves, 24));
  const after = await cells([...rowsOf(leaves, 24), one(1)]);
  const moved = after.filter(({ value }, i) => value !== before[i]?.value);
  expect(moved.length).toBeLessThanOrEqual(7);
  expect(moved.every(({ view }) => view !== "zone×slot×need")).toBe(true);
});

test("A09b: a record that comes in late changes no closed period, ever, asked over HTTP before and after the year’s close", async () => {
  const network = city({ views: { month: [["zone"], []], quarter: [["zone"], []], year: [[]] } });
  const ends = ["2026-01-02", "2026-12-30"].map((day) => ({ ...one(3), day }));
  const open = await openCity(network, [...ends, ...rowsOf(truths(22), 22)]);
  await closeBy(open, CLOSED);
  const served = await behindPort(open);
  const paths = ["2026-04", "2026-05", "2026-06", "2026-Q2"].map((period) => `/api/cells?period=${period}`);
  const own = async () => Promise.all(paths.map(async (path) => (await served.json(path)).chain[0]));
  const before = await own();
  await observe(
    open,
    Array.from({ length: 300 }, (_, i) => one(i)),
  );
  await closeBy(open, "2027-04-01T00:00:00Z");
  expect(await own()).toEqual(before);
  await served.close();
});

test("A10: records made up week by week until a number appears do not tell the count at the start; by a plain threshold they do", async () => {
  const network = city({ zones: 120, views: { week: [["zone"]] } });
  const random = randomFrom(23);
  const weeks = Array.from({ length: 10 }, (_, week) =>
    new Date(Date.UTC(2026, 3, 6 + 7 * week)).toISOString().slice(0, 10),
  );
  const start = (zone: number) => zone % 3;
  const seen = network.zones.flatMap(({ id }, zone) =>
    weeks.flatMap((day, dummies) =>
      Array.from({ length: start(zone) + dummies }, () => ({
        ...one(1),
        day,
        zone: id,
        key: keyFrom(random),
      })),
    ),
  );
  const open = await openCity(network, seen);
  await closeBy(open, "2026-06-20T00:00:00Z");
  const served = await behindPort(open);
  const shown: CubeCell[][] = [];
  for (let week = 15; week < 25; week++)
    shown.push(cubeCells((await served.json(`/api/cells?period=2026-W${week}`)).chain));
  await served.close();
  const guesses = network.zones.flatMap(({ id }, zone) => {
    const values = shown.map(
      (cells) => cells.find(({ kind, nodes }) => kind === "week" && nodes.zone === id)?.value ?? null,
    );
    const first = values.findIndex((value) => value !== null);
    const estimate = (values[first] ?? 0) - first;
    return first < 0 ? [] : [{ truth: start(zone), estimate, guess: Math.min(2, Math.max(0, estimate)) }];
  });
  expect(guesses.length).toBeGreaterThan(90);
  expect(balancedExact(guesses)).toBeLessThanOrEqual(0.6);

  const many = [1, 2, 3, 4, 5].flatMap((seed) =>
    padded(documented(Buffer.alloc(32, seed), network), { cells: 150, seed }),
  );
  expect(balancedExact(many)).toBeLessThanOrEqual(0.6);
  expect(balancedExact(padded(({ n }) => (n < 5 ? null : n), { cells: 150, seed: 1 }))).toBe(1);
});

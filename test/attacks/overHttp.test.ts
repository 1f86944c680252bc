import { afterAll, beforeAll, expect, test } from "vitest";
import { daysBetween } from "../../client/format.ts";
import { type CoverageAnswer, coverageOf } from "../../domain/coverage.ts";
import { gapField } from "../../domain/gaps/gapField.ts";
import { gapsOf } from "../../domain/gaps/gapsOf.ts";
import { rowsOf, truths } from "./cube.ts";
import { cellsOf, NIGHT, NOT_PUBLISHED, PERIOD, QUESTIONS, REFUSED } from "./questions.ts";
import { type Served, serveCity, type Wire } from "./served.ts";

let served: Served;
beforeAll(async () => {
  served = await serveCity(rowsOf(truths(42), 42));
});
afterAll(() => served.close());

const FIFTY = [`/api/compare?${PERIOD}&${NIGHT}&needs=n0`, `/api/gaps?${PERIOD}&hours=fri-22-06&needs=n0`];

test("A02: with more parameters, or in another order, every question has the same bytes for an answer", async () => {
  for (const path of [...QUESTIONS, ...FIFTY]) {
    const first = await served.ask(path);
    expect([path, first.status]).toEqual([path, 200]);
    const [route = "", search = ""] = path.split("?");
    const others = [
      await served.ask(`${route}?${search.split("&").reverse().join("&")}`),
      await served.ask(`${path}&_=1&limit=1&order=value&group=service&having=1`),
      await served.ask(`${path}&from=2026-05-01&to=2026-05-07&bbox=12,44,12.1,44.1&weekday=1`),
    ];
    expect(others).toEqual([first, first, first]);
  }
});

test("A02: fifty times, and after a restart: the same bytes", async () => {
  const before = new Map<string, Wire>();
  for (const path of FIFTY) {
    const first = await served.ask(path);
    before.set(path, first);
    for (let i = 0; i < 50; i++) expect(await served.ask(`${path}&_=${i}`)).toEqual(first);
  }
  await served.restart();
  for (const [path, first] of before) expect(await served.ask(path)).toEqual(first);
});

test("A02: the order of needs and hours in a question changes no figure", async () => {
  const one = await served.ask(`/api/gaps?${PERIOD}&needs=n0,n1&hours=fri-22-06,mon-09-10`);
  const other = await served.ask(`/api/gaps?${PERIOD}&needs=n1,n0&hours=mon-09-10,fri-22-06`);
  expect(JSON.parse(other.body)).toEqual(JSON.parse(one.body));
});

test("A04, A05, A13: whatever is no published view is refused with the same bytes", async () => {
  const answers = new Map<string, Wire>();
  for (const path of NOT_PUBLISHED) answers.set(path, await served.ask(path));
  const [first] = answers.values();
  expect(first?.status).toBe(400);
  expect(JSON.parse(first?.body ?? "")).toMatchObject({ type: "urn:sguardo:vista_non_ammessa" });
  for (const [path, answer] of answers) expect([path, answer]).toEqual([path, first]);
});

test("A05: what cannot be read is refused in plain words, and not said again", async () => {
  for (const path of REFUSED) {
    const { status, headers, body } = await served.ask(path);
    expect([path, status]).toEqual([path, 400]);
    expect(headers["content-type"]).toContain("application/problem+json");
    expect(body, path).not.toMatch(/DuckDB|Parser Error|Binder|Catalog|\bat \S+:\d+|node_modules/);
    expect(body, path).not.toMatch(/DROP|OR 1=1|22:30|;mon|1e9|nowhere|\bs0\b|\$gt/);
  }
});

test("A12: rates times hours give the published count, never the true one", async () => {
  const { zones } = await served.json(`/api/compare?${PERIOD}&${NIGHT}`);
  const cells = cellsOf((await served.ask(`/api/cells?${PERIOD}`)).body);
  const sum = (zone: string, slots: string[]) => {
    const found = cells.filter(
      (row) => row.view === "zone×slot" && row.zone === zone && slots.includes(row.slot ?? ""),
    );
    return found.reduce((total, { value }) => total + (value ?? 0), 0);
  };
  for (const { zone, a, b } of zones) {
    expect([a.shown, b.shown]).toEqual([sum(zone, ["morning", "evening"]), sum(zone, ["night"])]);
    for (const side of [a, b]) expect((side.rate / 10) * side.hours).toBeCloseTo(side.shown, 6);
  }
});

test("A12: gaps can be worked out from published cells and presence alone, so that they tell nothing more", async () => {
  const presence: CoverageAnswer = await served.json(`/api/coverage?${PERIOD}`);
  const { chain } = await served.json(`/api/cells?${PERIOD}`);
  const known = await served.json("/api/network");
  const { network } = served.open;
  const ids = (things: readonly { id: string }[]) => things.map(({ id }) => id);
  const town = { zones: ids(network.zones), services: ids(network.services), slots: network.slots };
  const rules = { ...town, dayStart: network.day_start, shelfLifeWeeks: network.shelf_life_weeks };
  expect(known.gap_threshold).toBe(network.gap_threshold);
  const field = gapField(
    {
      coverage: coverageOf(presence, rules, daysBetween),
      chain,
      hours: new Map([["2026-Q2", presence]]),
      services: network.services,
      rules: {
        needs: network.needs,
        threshold: 5,
        sensitiveThreshold: 10,
        variance: 4,
        sensitiveVariance: 6,
      },
      gapThreshold: known.gap_threshold,
    },
    ["n0"],
  );
  const { zones } = await served.json(`/api/gaps?${PERIOD}&needs=n0`);
  const week = Array.from({ length: 168 }, (_, hour) => hour);
  const rounded = (value: number | null) => (value === null ? null : Math.round(value * 100) / 100);
  const mine = gapsOf(field, week).map(({ id, gap }) => [id, gap.class, rounded(gap.middle)]);
  expect(zones.map((row: Told) => [row.zone, row.class, row.expected])).toEqual(mine);
});

type Told = { zone: string; class: string; expected: number | null };

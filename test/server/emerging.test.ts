import { afterAll, beforeAll, expect, test } from "vitest";
import type { Finding, Reading } from "../../domain/emerging/reading.ts";
import { type Db, run, sql } from "../../server/db.ts";
import type { EmergingAnswer } from "../../server/emerging.ts";
import { openTown, presence } from "./town.ts";

let town: Awaited<ReturnType<typeof openTown>>;
beforeAll(async () => {
  town = await openTown(async (published) => {
    await closes(published);
    await read(published, "2026-W46", []);
    await read(published, "2026-W47", [finding({}), finding({ id: "housing-2026-W40-1", kind: "trend" })]);
    await presence(
      published,
      ["night", "harbour"],
      [
        ["2026-10-20", 26, 60, 60],
        ["2026-11-17", 26, 60, 60],
        ["2026-11-17", 27, 60, 60],
      ],
    );
    await presence(published, ["youth", "harbour"], [["2026-11-17", 33, 60, 60]]);
  });
});
afterAll(() => town.close());

const finding = (patch: Partial<Finding>): Finding => ({
  id: "health-2026-W47-1",
  kind: "zone",
  need: "health",
  zones: ["harbour"],
  grade: "to_confirm",
  ratio: 2,
  since: "2026-11-02",
  weeks: 3,
  strength: "fair",
  services: "one",
  corrected: true,
  ...patch,
});

/** Eight closed weeks up to 47 and the month of October; health is shown in some weeks and withheld in others. */
async function closes(published: Db): Promise<void> {
  await run(
    published,
    sql`INSERT INTO closed_period
      SELECT 'w' || week, 'week', DATE '2026-09-28' + 7 * (week - 40)::INTEGER, DATE '2026-10-04' + 7 * (week - 40)::INTEGER,
        TIMESTAMP '2026-10-07 04:00:00' + INTERVAL 7 DAY * (week - 40)::INTEGER FROM range(40, 49) weeks(week)`,
  );
  await run(published, sql`UPDATE closed_period SET period = '2026-W' || period[2:] WHERE kind = 'week'`);
  await run(
    published,
    sql`INSERT INTO closed_period VALUES
      ('2026-10', 'month', '2026-10-01', '2026-10-31', '2026-11-05 05:00:00'),
      ('2026-11', 'month', '2026-11-01', '2026-11-30', '2026-12-05 05:00:00')`,
  );
  await run(
    published,
    sql`INSERT INTO published_cell (period, view, "zone", need, value) VALUES
      ('2026-W46', 'need', NULL, 'health', 9), ('2026-W47', 'need', NULL, 'health', NULL),
      ('2026-W48', 'need', NULL, 'health', 77),
      ('2026-10', 'zone×need', 'harbour', 'health', 12), ('2026-10', 'sensitive:need', NULL, 'addiction', 14),
      ('2026-11', 'zone×need', 'harbour', 'health', 88)`,
  );
}

async function read(published: Db, epoch: string, findings: Finding[]): Promise<void> {
  const reading: Reading = {
    epoch,
    states: { zone: ["harbour"], need: ["health"], state: ["emerging"], trend: ["few"] },
    hot_spots: { zone: [], need: [], spot: [] },
    findings,
    news: findings.map((one) => ({ change: "appeared", finding: one, before: null, why: null })),
  };
  await run(
    published,
    sql`INSERT INTO emerging VALUES (${epoch}, 1, ${JSON.stringify({ baseWeeks: 26 })}, '0.1.0', ${JSON.stringify(reading)})`,
  );
}

const ask = async (path = "") => (await town.ask(`/api/emerging${path}`)).body as EmergingAnswer;

test("the newest close that was read answers, with every other one named", async () => {
  const answer = await ask();
  expect(answer).toMatchObject({
    ...{ epoch: "2026-W47", from: "2026-11-16", to: "2026-11-22", closed_at: "2026-11-25T04:00:00Z" },
    ...{ method: 1, code_version: "0.1.0", parameters: { baseWeeks: 26 }, pending: null },
    states: { state: ["emerging"] },
    epochs: [
      { id: "2026-W47", findings: 1, news: 2 },
      { id: "2026-W46", findings: 0, news: 0 },
    ],
  });
  expect(answer.findings.map(({ id }) => id)).toEqual(["health-2026-W47-1", "housing-2026-W40-1"]);
  expect((await ask("?epoch=2026-W46")).epoch).toBe("2026-W46");
});

test("figures are published ones of what had closed by then: ordinary needs by week, sensitive ones by month", async () => {
  const { series } = await ask();
  const city = (need: string) => series.city.find((one) => one.need === need);
  expect(series.weeks.at(-1)).toEqual({ id: "2026-W47", from: "2026-11-16" });
  expect(city("health")).toMatchObject({ step: "week" });
  expect(city("health")?.values.slice(-2)).toEqual([9, null]);
  expect(city("addiction")).toMatchObject({ step: "month", ids: ["2026-10"], values: [14] });
  expect(series.months.map(({ id }) => id)).toEqual(["2026-10"]);
  const harbour = series.zones.filter(({ zone }) => zone === "harbour");
  expect(harbour.map(({ need }) => need)).toEqual(["housing", "food", "health", "conflict"]);
  expect(harbour.find(({ need }) => need === "health")).toMatchObject({ values: [12], hours: [1] });
});

test("the evidence is the hours of those able to see it, a week, now and before", async () => {
  const { evidence } = await ask();
  const of = (need: string, zone: string | null) =>
    evidence.find((one) => one.need === need && one.zone === zone);
  expect(of("health", "harbour")).toEqual({
    ...{ need: "health", zone: "harbour", competent: ["night", "canteen"] },
    ...{ hours_now: 0.67, hours_before: 0.2 },
  });
  expect(of("conflict", null)).toMatchObject({ hours_now: 0.33, hours_before: 0 });
  expect(evidence.filter(({ need }) => need === "addiction").map(({ zone }) => zone)).toEqual([null]);
});

test("what is no close that was read is one text, whether it closed, never was or is no week", async () => {
  for (const epoch of [
    "2026-W40",
    "2031-W01",
    "1999-W01",
    "2026-Q3",
    "2026-W60",
    "last",
    "2026-W47'--",
    "",
  ]) {
    const { status, type, body } = await town.ask(`/api/emerging?epoch=${encodeURIComponent(epoch)}`);
    expect([epoch, status, type]).toEqual([epoch, 400, "application/problem+json; charset=utf-8"]);
    expect(body.type).toBe("urn:sguardo:vista_non_ammessa");
  }
});

test("a network whose closes were never read answers that there is nothing, not that nothing grows", async () => {
  const empty = await openTown();
  const { status, body } = await empty.ask("/api/emerging");
  await empty.close();
  expect(status).toBe(200);
  expect(body).toMatchObject({ epoch: null, epochs: [], findings: [], states: { state: [] } });
});

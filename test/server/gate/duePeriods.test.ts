import { expect, test } from "vitest";
import { run, sql } from "../../../server/db.ts";
import { duePeriods } from "../../../server/gate/duePeriods.ts";
import { scheduleCloses } from "../../../server/gate/scheduleCloses.ts";
import { city, closeBy, observe } from "../../attacks/city.ts";
import { closedIn, opened } from "./quarter.ts";

const one = { slot: "night", zone: "z0", service: "AA", need: "n0", band: "1", key: 1n };
const between = (from: string, to: string) => [
  { ...one, day: from },
  { ...one, day: to },
];
const due = async (days: [string, string] | [], now: string) => {
  const open = await opened(city(), days.length === 0 ? [] : between(...days));
  return (await duePeriods({ ...open, now: Date.parse(now) })).map(({ id }) => id);
};

test("a week closes on Wednesday at six of the network's time, not a second earlier, in summer and in winter", async () => {
  expect(await due(["2026-07-06", "2026-07-10"], "2026-07-15T03:59:59Z")).toEqual([]);
  expect(await due(["2026-07-06", "2026-07-10"], "2026-07-15T04:00:00Z")).toEqual(["2026-W28"]);
  expect(await due(["2026-01-12", "2026-01-16"], "2026-01-21T04:59:59Z")).toEqual([]);
  expect(await due(["2026-01-12", "2026-01-16"], "2026-01-21T05:00:00Z")).toEqual(["2026-W03"]);
});

test("periods come in the order of their closing, weeks before the month of the same moment", async () => {
  expect(await due(["2026-04-01", "2026-04-30"], "2026-05-06T05:00:00Z")).toEqual([
    ...["2026-W14", "2026-W15", "2026-W16", "2026-W17", "2026-04", "2026-W18"],
  ]);
});

test("a period that began long before the network did is not closed as if it were calm", async () => {
  const ids = await due(["2026-04-20", "2026-07-31"], "2026-08-10T05:00:00Z");
  expect(ids).not.toContain("2026-04");
  expect(ids).not.toContain("2026-Q2");
  expect(ids).toContain("2026-05");
  expect(ids).toContain("2026-W17");
});

test("a period whose last file is still missing waits for it", async () => {
  const ids = await due(["2026-04-01", "2026-06-15"], "2026-08-10T05:00:00Z");
  expect(ids).toContain("2026-05");
  expect(ids).not.toContain("2026-06");
  expect(ids).not.toContain("2026-Q2");
});

test("years between two files are not closed as if they were calm, nor are the years that end in them", async () => {
  const open = await opened(city(), between("2023-01-02", "2023-12-31"));
  await observe(open, between("2025-01-01", "2025-12-31"));
  const ids = (await duePeriods({ ...open, now: Date.parse("2026-03-02T00:00:00Z") })).map(({ id }) => id);
  expect(ids.filter((id) => id.startsWith("2024"))).toEqual([]);
  expect(ids.filter((id) => /^\d{4}$/.test(id))).toEqual(["2025"]);
  expect(ids).toEqual(expect.arrayContaining(["2023-W52", "2023-Q4", "2025-W01", "2025-01"]));
});

test("files that follow each other close what begins in one and ends in the other", async () => {
  const open = await opened(city(), between("2026-03-30", "2026-05-17"));
  await observe(open, between("2026-05-18", "2026-06-30"));
  const ids = (await duePeriods({ ...open, now: Date.parse("2026-07-06T04:00:00Z") })).map(({ id }) => id);
  expect(ids).toEqual(expect.arrayContaining(["2026-05", "2026-Q2"]));
});

test("what closes does not depend on whether anything was seen", async () => {
  const seen = await opened(city(), between("2026-04-01", "2026-04-30"));
  const calm = await opened(city(), []);
  await run(
    calm.vault,
    sql`INSERT INTO covered FROM (VALUES ('import', '2026-03-30'::DATE, '2026-05-03'::DATE))`,
  );
  const now = Date.parse("2026-05-06T05:00:00Z");
  expect(await duePeriods({ ...calm, now })).toEqual(await duePeriods({ ...seen, now }));
  await run(seen.vault, sql`DELETE FROM covered`);
  expect(await duePeriods({ ...seen, now })).toEqual([]);
});

test("an outing that saw nothing is a sign of life too, and no life closes nothing", async () => {
  expect(await due([], "2026-08-10T05:00:00Z")).toEqual([]);
  const open = await opened(city(), []);
  await run(
    open.published,
    sql`INSERT INTO outing VALUES ('AA', 'z0', '2026-07-07 19:00', '2026-07-07 23:00', 'import')`,
  );
  expect((await closeBy(open, "2026-07-15T04:00:00Z")).map(({ period }) => period)).toEqual(["2026-W28"]);
  expect(await closedIn(open)).toEqual(["2026-W28"]);
  expect(await closeBy(open, "2026-07-15T05:00:00Z")).toEqual([]);
});

test("a stop waits for the close that runs", async () => {
  let closed = false;
  const schedule = scheduleCloses({ timezone: "Europe/Rome" }, async () => {
    await new Promise((later) => setTimeout(later, 50));
    closed = true;
  });
  void schedule.now();
  await schedule.stop();
  expect(closed).toBe(true);
});

test("closes are scheduled at the full hour of the network's time zone, and stop", async () => {
  const schedule = scheduleCloses({ timezone: "Asia/Kolkata" }, async () => undefined);
  const next = schedule.next();
  expect(next?.getUTCMinutes()).toBe(30);
  expect(next?.getUTCSeconds()).toBe(0);
  await schedule.stop();
  expect(schedule.next()).toBeNull();
});

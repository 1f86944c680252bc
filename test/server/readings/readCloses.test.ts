import { readdir, readlink, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, expect, test, vi } from "vitest";
import { PARAMETERS } from "../../../domain/emerging/parameters.ts";
import { Reading } from "../../../domain/emerging/reading.ts";
import { addDays } from "../../../domain/period.ts";
import { createApp } from "../../../server/app.ts";
import { version } from "../../../server/config.ts";
import { run, sql } from "../../../server/db.ts";
import { readCloses, unreadCloses } from "../../../server/readings/readCloses.ts";
import { readings } from "../../../server/readings/readings.ts";
import { asSupervisor } from "../visitors.ts";
import { copyOf, monday, openReadTown, type ReadTown, record, SECRET, storedIn } from "./readTown.ts";

const WEEKS = 18;
const READ = WEEKS - PARAMETERS.fewestWeeks + 1;

let open: ReadTown;
let closed: ReadTown;
beforeAll(async () => {
  open = await openReadTown(WEEKS);
  closed = await copyOf(open);
  await closed.closeOn(afterWeek(WEEKS - 1));
});
afterAll(async () => {
  await open.close();
  await closed.close();
});
const towns: ReadTown[] = [];
afterEach(async () => {
  for (const town of towns.splice(0)) await town.close();
});
const kept = async (opening: Promise<ReadTown>): Promise<ReadTown> => {
  const town = await opening;
  towns.push(town);
  return town;
};

/** A day on which the n-th week of the town is closed, and no later one. */
const afterWeek = (n: number) => addDays(monday(n), 7 + 3);

test("every closed week is read once there are twelve, oldest first, with what made it", async () => {
  const town = await kept(copyOf(open));
  await town.closeOn(afterWeek(10));
  expect(await town.readAll()).toBe(0);
  await town.closeOn(afterWeek(WEEKS - 1));
  expect(await town.readAll()).toBe(READ);
  const stored = await storedIn(town.published);
  expect(stored.map(({ epoch }) => epoch)).toEqual(
    Array.from({ length: READ }, (_, i) => `2026-W${String(10 + 11 + i).padStart(2, "0")}`),
  );
  for (const { epoch, reading, ...made } of stored) {
    expect(Reading.parse(JSON.parse(reading)).epoch).toBe(epoch);
    expect(made).toEqual({
      method: PARAMETERS.method,
      parameters: JSON.stringify(PARAMETERS),
      code_version: version,
    });
  }
  expect(await town.readAll()).toBe(0);
});

test("housing that grows in the harbour is found there, unless it may be one person seen again and again", async () => {
  const lonely = await kept(openReadTown(WEEKS, "1"));
  await lonely.closeOn(afterWeek(WEEKS - 1));
  for (const [town, found] of [
    [await kept(copyOf(closed)), [["housing", ["harbour"]]]],
    [lonely, []],
  ] as const) {
    await town.readAll();
    const newest = Reading.parse(JSON.parse((await storedIn(town.published)).at(-1)?.reading ?? ""));
    expect(newest.findings.map(({ need, zones }) => [need, zones])).toEqual(found);
  }
});

test("the same folder read twice gives the same bytes, whether at once or close by close", async () => {
  const town = await kept(copyOf(closed));
  const again = await kept(copyOf(town));
  await Promise.all([town.readAll(), again.readAll()]);
  const once = await storedIn(town.published);
  expect(await storedIn(again.published)).toEqual(once);

  const weekly = await kept(copyOf(open));
  for (const week of [12, 15, 16, 17]) {
    await weekly.closeOn(afterWeek(week));
    await weekly.readAll();
  }
  expect(await storedIn(weekly.published)).toEqual(once);
});

test("late records and an import taken back change no reading, neither stored nor to come", async () => {
  const quiet = await kept(copyOf(open));
  const busy = await kept(copyOf(open));
  for (const town of [quiet, busy]) {
    await town.closeOn(afterWeek(14));
    await town.readAll();
  }
  const before = await storedIn(busy.published);
  await busy.vault(async (vault) => {
    const late = { day: monday(13), slot: "sera", zone: "market", service: "night", need: "housing" };
    await record(
      vault,
      Array.from({ length: 40 }, () => late),
      "late",
    );
    await run(vault, sql`DELETE FROM observation WHERE import_id = 'file' AND day < ${monday(10)}::DATE`);
  });
  for (const town of [quiet, busy]) {
    await town.closeOn(afterWeek(WEEKS - 1));
    await town.readAll();
  }
  const after = await storedIn(busy.published);
  expect(after.slice(0, before.length)).toEqual(before);
  expect(after).toHaveLength(READ);
  expect(after).toEqual(await storedIn(quiet.published));
});

test("what was being read when it stopped is read later, to the same bytes", async () => {
  const town = await kept(copyOf(closed));
  const whole = await kept(copyOf(town));
  await whole.readAll();
  const stopping = new AbortController();
  const unread = await unreadCloses(town);
  if (!unread) throw new Error("nothing to read");
  const onRead = (done: number) => {
    if (done === 3) setTimeout(() => stopping.abort(), 5);
  };
  await expect(readCloses(town, unread, { signal: stopping.signal, onRead })).rejects.toThrow();
  const half = await storedIn(town.published);
  expect(half.length).toBeGreaterThanOrEqual(3);
  expect(half.length).toBeLessThan(READ);
  expect(await town.readAll()).toBe(READ - half.length);
  expect(await storedIn(town.published)).toEqual(await storedIn(whole.published));
});

test("requests are answered while closes are read, say how far that is, and find the vault closed", async () => {
  const town = await kept(copyOf(closed));
  const reading = readings({ ...town, lang: "en" });
  expect(reading.pending()).toBeNull();
  await reading.start();
  await reading.start();
  expect(reading.pending()).toEqual({ done: 0, total: READ });
  const app = createApp(
    { network: town.network, published: town.published, basemap: {}, readings: reading },
    asSupervisor,
  );
  const told: number[] = [];
  const openFiles = async () =>
    (
      await Promise.all(
        (await readdir("/proc/self/fd")).map((fd) => readlink(`/proc/self/fd/${fd}`).catch(() => "")),
      )
    ).filter((file) => file.startsWith(town.data));
  let files: string[] = [];
  while (reading.pending()) {
    const answer = await (await app.request("/api/emerging")).json();
    if (answer.pending) told.push(answer.pending.done);
    if (process.platform === "linux") files = [...files, ...(await openFiles())];
  }
  await reading.finished();
  expect(new Set(told).size).toBeGreaterThan(2);
  expect(told).toEqual(told.toSorted((a, b) => a - b));
  expect(files.some((file) => file.includes("published"))).toBe(process.platform === "linux");
  expect(files.filter((file) => file.includes("vault"))).toEqual([]);
  expect(await storedIn(town.published)).toHaveLength(READ);
});

test("a stop waits until nothing is half done, and no close begins after it", async () => {
  const town = await kept(copyOf(closed));
  const reading = readings({ ...town, lang: "en" });
  await reading.start();
  await reading.stop();
  const stopped = await storedIn(town.published);
  expect(stopped.length).toBeLessThan(READ);
  await reading.start();
  await reading.finished();
  expect(await storedIn(town.published)).toEqual(stopped);
});

test("a close that cannot be read is told and tried again: the server goes on", async () => {
  const town = await kept(copyOf(closed));
  const reading = readings({ ...town, lang: "en" });
  const told = vi.spyOn(process.stderr, "write").mockReturnValue(true);
  await rm(join(town.data, "secret"));
  await reading.start();
  expect(told.mock.lastCall?.[0]).toMatch(/^Reading closes failed, .*secret is missing/);
  told.mockRestore();
  expect(reading.pending()).toBeNull();
  await writeFile(join(town.data, "secret"), SECRET);
  await reading.start();
  await reading.finished();
  expect(await storedIn(town.published)).toHaveLength(READ);
});

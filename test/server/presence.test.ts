import { afterEach, describe, expect, test } from "vitest";
import { z } from "zod";
import type { Network } from "../../domain/network.ts";
import { bringPresenceUpToDate } from "../../server/bringPresenceUpToDate.ts";
import { schemas } from "../../server/config.ts";
import { closeDb, type Db, openDb, rows, run, sql } from "../../server/db.ts";
import { refreshPresence } from "../../server/presence.ts";
import { twoZones } from "./twoZones.ts";

const Row = z.object({
  service: z.string(),
  zone: z.string(),
  day: z.string(),
  hour: z.number(),
  planned: z.number(),
  seen: z.number(),
});

let db: Db;
afterEach(() => closeDb(db));

async function presence(network: Network, days: { from: string; to: string }, outings: string[][] = []) {
  db = await openDb(":memory:", schemas.published);
  for (const [service = "", zone = "", from = "", to = ""] of outings)
    await run(
      db,
      sql`INSERT INTO outing VALUES (${service}, ${zone}, ${from}::TIMESTAMP, ${to}::TIMESTAMP, 'i')`,
    );
  await refreshPresence(db, network, days);
  return all();
}

const all = () =>
  rows(
    db,
    Row,
    sql`SELECT service, "zone", day::VARCHAR AS day, hour, planned, seen FROM presence_hour ORDER BY ALL`,
  );

const sum = (list: z.infer<typeof Row>[], kind: "planned" | "seen") =>
  list.reduce((total, row) => total + row[kind], 0);

describe("presence of a network", () => {
  test("what was planned and what was seen stand side by side, hour by hour", async () => {
    const network = twoZones([{ freq: "WEEKLY", byday: "FR", opens_at: "22:00", closes_at: "00:30" }]);
    const found = await presence(network, { from: "2026-03-02", to: "2026-03-08" }, [
      ["unit", "harbour", "2026-03-06 21:10", "2026-03-06 22:00"],
      ["canteen", "hill", "2026-03-08 23:30", "2026-03-09 00:00"],
    ]);
    const friday = { service: "unit", zone: "harbour", day: "2026-03-06" };
    expect(found).toEqual([
      { service: "canteen", zone: "hill", day: "2026-03-08", hour: 0, planned: 0, seen: 30 },
      { ...friday, hour: 118, planned: 60, seen: 50 },
      { ...friday, hour: 119, planned: 60, seen: 0 },
      { ...friday, hour: 120, planned: 30, seen: 0 },
    ]);
  });

  test("two schedules and two outings at once count once", async () => {
    const network = twoZones([{}, { opens_at: "22:00", closes_at: "02:00" }]);
    const found = await presence(network, { from: "2026-03-04", to: "2026-03-04" }, [
      ["unit", "harbour", "2026-03-04 20:00", "2026-03-04 22:00"],
      ["unit", "harbour", "2026-03-04 21:00", "2026-03-04 22:30"],
    ]);
    expect([sum(found, "planned"), sum(found, "seen")]).toEqual([300, 150]);
  });

  test("an operational day takes its whole night, and the days around stay out", async () => {
    const network = twoZones([{ opens_at: "22:00", closes_at: "06:00" }]);
    const found = await presence(network, { from: "2026-03-04", to: "2026-03-04" });
    expect(found.map(({ day }) => day)).toEqual(Array(8).fill("2026-03-04"));
    expect(sum(found, "planned")).toBe(480);
  });

  test("nobody is planned on a public holiday when closed, in Italy", async () => {
    const network = twoZones([{ opens_at: "11:00", closes_at: "12:00", holidays: "closed" }]);
    const days = { from: "2026-04-24", to: "2026-04-26" };
    expect((await presence(network, days)).map(({ day }) => day)).toEqual(["2026-04-24", "2026-04-26"]);
    const { country: _, ...elsewhere } = network;
    await refreshPresence(db, elsewhere, days);
    expect(await all()).toHaveLength(3);
  });

  test("doing it again changes nothing, and leaves other days alone", async () => {
    const network = twoZones([{}]);
    const found = await presence(network, { from: "2026-03-01", to: "2026-03-31" });
    await refreshPresence(db, network, { from: "2026-03-01", to: "2026-03-31" });
    await refreshPresence(db, network, { from: "2026-03-10", to: "2026-03-12" });
    expect(await all()).toEqual(found);
    await refreshPresence(db, twoZones([]), { from: "2026-03-10", to: "2026-03-12" });
    expect(sum(await all(), "planned")).toBe((31 - 3) * 240);
  });

  test("brought up to date, it begins with the first outing or closed period, and outings taken back leave nothing", async () => {
    const network = twoZones([{}]);
    const old = ["unit", "harbour", "2025-02-03 20:00", "2025-02-03 23:00"];
    await presence(network, { from: "2025-02-01", to: "2025-02-05" }, [old]);
    await run(
      db,
      sql`INSERT INTO closed_period VALUES ('2026-01', 'month', '2026-01-01', '2026-01-31', '2026-02-05 05:00:00')`,
    );
    await bringPresenceUpToDate(db, network);
    expect((await all())[0]?.day).toBe("2025-02-02");
    await run(db, sql`DELETE FROM outing`);
    await bringPresenceUpToDate(db, network);
    const left = await all();
    expect(left[0]?.day).toBe("2025-12-31");
    expect(sum(left, "seen")).toBe(0);
  });

  test("the night the clocks go forward has seven hours, the one they go back nine", async () => {
    const network = twoZones([{ opens_at: "22:00", closes_at: "06:00" }]);
    expect(sum(await presence(network, { from: "2026-03-28", to: "2026-03-28" }), "planned")).toBe(420);
    await refreshPresence(db, network, { from: "2026-10-24", to: "2026-10-24" });
    const autumn = (await all()).filter(({ day }) => day === "2026-10-24");
    expect(sum(autumn, "planned")).toBe(540);
    expect(autumn.find(({ hour }) => hour === 146)?.planned).toBe(120);
  });
});

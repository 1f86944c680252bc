import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { Network } from "../../../domain/network.ts";
import { loadNetwork } from "../../../server/network/loadNetwork.ts";
import { Truths } from "../../../server/simulate/truths.ts";
import { writeSimulation } from "../../../server/simulate/writeSimulation.ts";
import { townFolder } from "../town.ts";
import { twoZones } from "../twoZones.ts";
import { twoYears } from "./reading.ts";

describe("the files of a simulation", () => {
  const write = async (change: Partial<typeof twoYears> & { network?: Network } = {}) => {
    const out = await mkdtemp(join(tmpdir(), "sguardo-simulation-"));
    const network = change.network ?? (await loadNetwork(townFolder));
    await writeSimulation(network, { ...twoYears, weeks: 26, ...change, out });
    const names = ["observations.csv", "outings.csv", "truths.json"];
    const files = await Promise.all(names.map((name) => readFile(join(out, name), "utf8")));
    await rm(out, { recursive: true });
    return files;
  };

  test("the same seed gives the same bytes, another seed others", async () => {
    const [first, again, other] = [await write(), await write(), await write({ seed: 8 })];
    expect(again).toEqual(first);
    expect(other[0]).not.toBe(first[0]);
    expect(other[1]).not.toBe(first[1]);
  });

  test("have the columns every import knows, nothing finer than the slot, and truths that can be read", async () => {
    const [observations = "", outings = "", truths = ""] = await write();
    const [head, ...rows] = observations.trimEnd().split("\n");
    expect(head).toBe("date,slot,zone,service,need,band,outcome,handover");
    expect(rows.every((row) => /^\d{4}-\d\d-\d\d(,[^,:]+){6},[^,:]*$/.test(row))).toBe(true);
    expect(rows).toEqual([...rows].sort((a, b) => (a.slice(0, 10) < b.slice(0, 10) ? -1 : 0)));
    const [header, first] = outings.split("\n");
    expect(header).toBe("service,zones,from,to");
    expect(first).toMatch(/^[\w-]+,[\w;-]+(,\d{4}-\d\d-\d\dT\d\d:\d\d[+-]\d\d:\d\d){2}$/);
    expect(Truths.parse(JSON.parse(truths))).toMatchObject({
      network: "town",
      weeks: 26,
      until: twoYears.until,
    });
  });

  test("an outing on the night of a clock change carries the offset of each end", async () => {
    const network = twoZones([{ opens_at: "22:00", closes_at: "06:00" }]);
    const [spring = ""] =
      (await write({ until: "2026-03-30", network }))[1]?.match(/.*,2026-03-28T2.*/g) ?? [];
    expect(spring).toMatch(/^unit,harbour,2026-03-28T2\d:\d\d\+01:00,2026-03-29T0\d:\d\d\+02:00$/);
    const [autumn = ""] =
      (await write({ until: "2026-10-26", network }))[1]?.match(/.*,2026-10-24T2.*/g) ?? [];
    expect(autumn).toMatch(/^unit,harbour,2026-10-24T2\d:\d\d\+02:00,2026-10-25T0\d:\d\d\+01:00$/);
  });

  test("a network with no place for a truth goes without it, and says so", async () => {
    const [, , truths = ""] = await write({ network: twoZones([{ opens_at: "22:00", closes_at: "06:00" }]) });
    expect(Truths.parse(JSON.parse(truths))).toMatchObject({ emerging: null, doubled: null, contrast: null });
  });
});

import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { run, sql } from "../../../server/db.ts";
import { holdToServed, servedBefore } from "../../../server/editions/holdToServed.ts";
import { networkInForce } from "../../../server/editions/networkInForce.ts";
import { loadNetwork } from "../../../server/network/loadNetwork.ts";
import { NOVEMBER, openTownDesk, type TownDesk } from "./openTownDesk.ts";

let town: TownDesk;
beforeEach(async () => {
  town = await openTownDesk(undefined, { simulated: false });
});
afterEach(() => town.close());

async function change(file: string, from: string, to: string): Promise<void> {
  const path = join(town.seed, file);
  const text = await readFile(path, "utf8");
  if (!text.includes(from)) throw new Error(`${file} does not hold ${from}`);
  await writeFile(path, text.replace(from, to));
}
const start = async () =>
  holdToServed({
    config: { network: town.seed, data: town.data },
    network: await loadNetwork(town.seed),
    published: town.published,
  });
const record = () =>
  run(
    town.published,
    sql`INSERT INTO outing VALUES ('night', 'harbour', '2026-09-01 20:00', '2026-09-01 21:00', 'i')`,
  );
/** The harbour's border with the market a little to the east. */
const redraw = async () => {
  const path = join(town.seed, "zones.geojson");
  await writeFile(path, (await readFile(path, "utf8")).replaceAll("[12.24, 44.1", "[12.241, 44.1"));
};

test("as long as nothing was recorded, the folder may be edited in any way", async () => {
  await start();
  await redraw();
  await start();
  expect(servedBefore(town.data)).not.toBeNull();
  await record();
  await start();
});

test("zones redrawn by hand under records are refused in words, and the folder of before is kept for who wants it back", async () => {
  await start();
  await record();
  await redraw();
  await expect(start()).rejects.toThrow(
    /meaning was changed by hand \(zone "harbour", zone "market".*holds from 1 January.*editions adopt/s,
  );
  const kept = await readFile(join(String(servedBefore(town.data)), "zones.geojson"), "utf8");
  expect(kept).toContain("[12.24, 44.12]");
  await writeFile(join(town.seed, "zones.geojson"), kept);
  await start();
});

test("a need made less sensitive, or another list of views, is refused likewise; a name is not", async () => {
  await start();
  await record();
  await change("zones.geojson", '"Harbour", "name_it"', '"Old harbour", "name_it"');
  await start();
  await change("network.json", '"day_start": 6', '"day_start": 12');
  await expect(start()).rejects.toThrow("day_start");
});

test("adopted, the folder holds from 1 January, and until then what stood there before", async () => {
  await start();
  await record();
  await change("network.json", '"day_start": 6', '"day_start": 12');
  await expect(start()).rejects.toThrow("day_start");
  await town.reopen();
  expect(await town.adopt()).toMatchObject({ edition: 1, takes_effect: "2027-01-01" });
  const dayStart = async (now: number) =>
    (await networkInForce({ network: town.seed, data: town.data }, now)).network.day_start;
  expect([await dayStart(NOVEMBER), await dayStart(Date.UTC(2027, 0, 2))]).toEqual([6, 12]);
  await start();
});

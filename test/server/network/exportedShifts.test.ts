import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { localOf } from "../../../domain/civilTime.ts";
import { schedulesCsv } from "../../../domain/whatif/schedulesCsv.ts";
import { parseWhatIf } from "../../../domain/whatif/whatIf.ts";
import { root } from "../../../server/config.ts";
import { plannedIn } from "../../../server/presence.ts";
import { loadEdited, townFolder } from "./editedTown.ts";

const asked = "night.market.thu-22-01,canteen.hill.sun-02-04,-police.market.mon-08-10,youth.fields.sat-06-24";
const exported = schedulesCsv(parseWhatIf(asked).shifts, { dayStart: 6, from: "2026-10-01" });

test("an exported hypothesis has the columns of a network's schedules.csv", async () => {
  const [header] = exported.split("\n");
  for (const folder of [townFolder, join(root, "data", "cesena")]) {
    expect((await readFile(join(folder, "schedules.csv"), "utf8")).split("\n")[0]).toBe(header);
  }
});

test("its rows, pasted under a network's own, load; hours taken away have no row", async () => {
  const rows = exported.split("\n").slice(1);
  const network = await loadEdited({ "schedules.csv": (text) => `${text.trimEnd()}\n${rows.join("\n")}` });
  const added = network.schedules.filter(({ id }) => id.startsWith("whatif-"));
  expect(
    added.map(({ service, zones, byday, dtstart, opens_at, closes_at }) => [
      service,
      zones.join(),
      byday,
      dtstart,
      opens_at,
      closes_at,
    ]),
  ).toEqual([
    ["night", "market", "TH", "2026-10-01", "22:00", "01:00"],
    // The night of Sunday ends on Monday.
    ["canteen", "hill", "MO", "2026-10-05", "02:00", "04:00"],
    ["youth", "fields", "SA", "2026-10-03", "06:00", "24:00"],
  ]);
});

test("and their hours are planned, week after week", async () => {
  const rows = exported.split("\n").slice(1);
  const network = await loadEdited({ "schedules.csv": (text) => `${text.trimEnd()}\n${rows.join("\n")}` });
  const times = plannedIn(network, { from: "2026-10-01", to: "2026-10-14" }).get("night/market") ?? [];
  const local = (at: number) => localOf(at, network.timezone);
  const thursdays = times.filter(({ start }) => ["2026-10-01", "2026-10-08"].includes(local(start).date));
  expect(thursdays.map(({ start, end }) => [local(start).hour, local(end).hour])).toEqual([
    [22, 1],
    [22, 1],
  ]);
});

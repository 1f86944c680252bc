import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { closeDb } from "../../../server/db.ts";
import { loadNetwork } from "../../../server/network/loadNetwork.ts";
import { openPublished } from "../../../server/store.ts";
import { presence, thirdQuarter, townFolder, zonesBySlot } from "../town.ts";
import { sguardo } from "./commandLine.ts";

let data: string;
beforeAll(async () => {
  data = await mkdtemp(join(tmpdir(), "sguardo-questions-"));
  const published = await openPublished(data, await loadNetwork(townFolder));
  await thirdQuarter(published);
  await zonesBySlot(published);
  // Two weeks: the night unit once, on a Friday at 22; the canteen every Saturday at noon.
  await presence(published, ["night", "harbour"], [["2026-09-25", 118, 60, 60]]);
  await presence(
    published,
    ["canteen", "market"],
    Array.from({ length: 13 }, (_, week) => [
      new Date(Date.UTC(2026, 6, 4 + 7 * week)).toISOString().slice(0, 10),
      132,
      60,
      60,
    ]),
  );
  const fridays = Array.from({ length: 13 }, (_, week) =>
    new Date(Date.UTC(2026, 6, 3 + 7 * week)).toISOString().slice(0, 10),
  );
  for (const service of ["night", "police"])
    await presence(
      published,
      [service, "hill"],
      fridays.map((day) => [day, 118, 60, 60]),
    );
  await closeDb(published);
});
afterAll(() => rm(data, { recursive: true }));

const ask = (...args: string[]) => sguardo(...args, "--network", townFolder, "--data", data);

test("gaps are told as two lists of sentences, in the language asked for", async () => {
  const question = ["gaps", "--period", "2026-Q3", "--hours", "fri-22-06", "--needs", "housing"];
  const { code, out } = await ask(...question);
  expect(code).toBe(0);
  const [heading, simulated] = out.split("\n");
  expect(heading).toMatch(/^The town · period 2026-Q3 \(.+2026\) · Friday 22–06 · needs: Housing$/);
  expect(simulated).toBe("Simulated data: no observation is real.");
  expect(out).toMatch(/Act: need, but no services\n +1\. Harbour: about \d/);
  expect(out).toMatch(/Go and look.+Market: not known, /s);
  const italian = await ask(...question, "--lang", "it");
  expect(italian.out).toMatch(
    /Agire: [^\n]+\n +1\. Porto: circa \d+ episodi a settimana senza nessuno \(da \d+ a \d+\): abitare; /,
  );
});

test("the table of gaps says what the API says", async () => {
  const { out } = await ask("gaps", "--hours", "fri-22-06", "--needs", "housing", "--csv");
  const lines = out
    .trimEnd()
    .split("\n")
    .filter((line) => !line.startsWith("#"));
  const columns = lines[0]?.split(",") ?? [];
  const row = (zone: string) => {
    const cells = lines.find((line) => line.startsWith(`${zone},`))?.split(",") ?? [];
    return Object.fromEntries(columns.map((column, i) => [column, cells[i]]));
  };
  expect(row("harbour")).toMatchObject({
    class: "gap",
    presence_hours: "1",
    needs: "housing",
    act: "1",
    look: "",
  });
  expect(row("market")).toMatchObject({ class: "unknown", expected: "", uncovered_hours: "8", act: "" });
});

test("coverage says who is where, and which hours are served, not served and not known", async () => {
  const { code, out } = await ask("coverage", "--hours", "sat-10-14");
  expect(code).toBe(0);
  expect(out).toMatch(/^zone +hours served +not served +not known +usually there +at times$/m);
  expect(out).toMatch(/^Market +1 +1 +2 +Canteen$/m);
  expect(out).toMatch(/^Harbour +0 +0 +4 +not known$/m);
  const { out: csv } = await ask("coverage", "--hours", "sat-10-14", "--needs", "conflict,food", "--csv");
  expect(csv).toContain("market,Market,food,1,1,2,canteen,\n");
  expect(csv).toMatch(/^market,Market,conflict,0,/m);
});

test("two sets of hours are compared, day and night unless others are named", async () => {
  const { code, out } = await ask("compare");
  expect(code).toBe(0);
  expect(out).toContain("A = morning, afternoon and evening; B = night.");
  expect(out).toMatch(/^whole network +\d/m);
  const named = await ask("compare", "--a", "notte", "--b", "mattina", "--csv", "--lang", "it");
  expect(named.out).toContain("# A = notte; B = mattina.");
  expect(named.out).toMatch(/^harbour,Porto,300,300,1,,,0,,,,,too_few$/m);
});

test("overlaps are told with how their aims go together", async () => {
  const { code, out } = await ask("overlaps", "--hours", "fri-22-24");
  expect(code).toBe(0);
  expect(out).toMatch(/^Hill +contrasting +60 +1 +Night unit and Town police/m);
  const none = await ask("overlaps", "--hours", "mon-10-12,mon-02-04", "--lang", "it");
  expect(none.out).toContain("· lunedì 10–12, notte di lunedì 02–04 ·");
  expect(none.out).toContain("Nessuna sovrapposizione in queste ore.");
});

test("advice says who could go where and when, and what nobody meets today", async () => {
  const { code, out } = await ask("advice", "--hours", "4", "--needs", "housing", "--allowed", "sat-22-06");
  expect(code).toBe(0);
  expect(out).toMatch(/^ {2}\d\. .+ in Harbour, (?:night of )?Saturday \d\d–\d\d: about .+: housing\.$/m);
  expect(out).toMatch(/^In all about .+ that nobody meets today\.$/m);
  const { out: csv } = await ask("advice", "--hours", "4", "--needs", "housing", "--csv");
  expect(csv).toMatch(/^\w+,harbour,\w+\.harbour\.\w{3}-\d\d-\d\d,\d,act,/m);
});

test.each([
  [["gaps", "--hours", "ven-22"], "hours: expected stretches of whole hours"],
  [["gaps", "--needs", "love"], "--needs: expected ids of this network: housing, food"],
  [
    ["coverage", "--period", "2031-Q1"],
    '--period: "2031-Q1" is not a closed period. Closed are 2 periods, among them 2026-Q3.',
  ],
  [["compare", "--a", "noon"], "--a: expected ids of this network: mattina"],
  [["compare", "--a", "notte", "--b", "notte"], "without a slot in common"],
  [["compare", "--period", "2026-Q3", "--needs", "love"], "--needs: expected"],
  [["advice", "--hours", "many"], '--hours: "many"'],
  [["advice", "--services", "love"], "--services: expected ids of this network: night"],
  [["overlaps", "--zone", "moon"], "--zone: expected ids"],
  [["gaps", "--lang", "de"], '--lang: "de" (expected it or en)'],
  [["gaps", "--data", join(tmpdir(), "sguardo-nowhere")], "holds no data yet"],
])("%j is refused in a sentence", async (args, words) => {
  const [command = "", ...rest] = args;
  const { code, out, err } = await sguardo(command, "--network", townFolder, "--data", data, ...rest);
  expect(code).toBe(1);
  expect(out).toBe("");
  expect(err).toContain(words);
  expect(err).not.toMatch(/^\s+at /m);
});

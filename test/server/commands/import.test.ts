import { existsSync } from "node:fs";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { townFolder } from "../town.ts";
import { sguardo } from "./commandLine.ts";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "sguardo-command-"));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const header = "date,slot,zone,service,need,band,outcome,handover\n";
const night = "2026-09-01,notte,harbour,night,health,1,contact,\n";

async function town(rows: string, data = "data") {
  const file = join(folder, "rows.csv");
  await writeFile(file, header + rows);
  return { file, folders: ["--network", townFolder, "--data", join(folder, data)] };
}

test("the line that takes an import back names the folders again, and works when it is pasted", async () => {
  const { file, folders } = await town(night, "my data");
  const { code, out } = await sguardo("import", "observations", file, ...folders);
  expect(code).toBe(0);
  expect(out).toContain(`${file}: 1 row, utf-8`);
  const hint = /\(undo with: npm run sguardo -- (.+)\)/.exec(out)?.[1] ?? "";
  const words = [...hint.matchAll(/'([^']*)'|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain ?? "");
  expect(words.slice(2)).toEqual(folders);
  const undone = await sguardo(...words);
  expect(undone.out).toMatch(/^Import .+ undone: 1 row taken back\.$/m);
});

test("one refused row has one line, more have lines", async () => {
  const strange = night.replace("harbour", "moon");
  const one = await town(night + strange);
  const dry = [...one.folders, "--dry-run"];
  const { out } = await sguardo("import", "observations", one.file, ...dry);
  expect(out).toMatch(/1 × .+ \(line 3\)/);
  expect(out).toContain('unknown zone "moon": 1 row\n');
  await writeFile(one.file, header + strange.repeat(7));
  const many = await sguardo("import", "observations", one.file, ...dry);
  expect(many.out).toMatch(/7 × .+ \(lines 2, 3, 4, 5, 6 …\)/);
  expect(many.out).toContain('unknown zone "moon": 7 rows\n');
});

test.each(["observations", "outings"])("a dry run of %s makes no data folder", async (kind) => {
  const { file, folders } = await town(night);
  if (kind === "outings")
    await writeFile(file, "service,zones,from,to\nnight,harbour,2026-09-01T22:00,2026-09-01T23:00\n");
  const { code, out } = await sguardo("import", kind, file, ...folders, "--dry-run");
  expect(code).toBe(0);
  expect(out).toContain("Dry run, nothing written.");
  expect(out).toMatch(/accepted {3}1\n/);
  expect(existsSync(join(folder, "data"))).toBe(false);
});

test.each([
  ["a file that is not there", ["import", "observations", "HERE/nothing.csv"], "no such file"],
  ["a folder for a file", ["import", "outings", "HERE"], "is a folder"],
  [
    "a folder for a mapping",
    ["import", "outings", "HERE/rows.csv", "--mapping", "HERE"],
    "is a folder, not a mapping file",
  ],
  ["a kind nobody knows", ["import", "love", "HERE/rows.csv"], 'expected "observations" or "outings"'],
  ["a network that is not there", ["close", "--network", "HERE/nowhere"], "there is no such folder"],
  ["a network that is a file", ["check", "HERE/rows.csv"], "is a file, not a folder"],
  [
    "a data folder that is a file",
    ["close", "--data", "HERE/rows.csv"],
    "a file is where a folder is needed",
  ],
  [
    "an output folder that is a file",
    ["simulate", "--weeks", "8", "--out", "HERE/rows.csv"],
    "a file is where a folder is needed",
  ],
  ["a data folder without a name", ["imports", "--data", ""], '--data: "" (expected a folder)'],
])("%s is refused in a sentence", async (_what, args, words) => {
  await town(night);
  const { code, out, err } = await sguardo(...args.map((arg) => arg.replace("HERE", folder)));
  expect(code).toBe(1);
  expect(out).toBe("");
  expect(err).toContain(words);
  expect(err).not.toMatch(/^\s+at /m);
});

test("a damaged database is named, and left as it is", async () => {
  const data = join(folder, "data");
  await mkdir(data);
  await writeFile(join(data, "published.duckdb"), "no database");
  const { code, err } = await sguardo("close", "--network", townFolder, "--data", data);
  expect(code).toBe(1);
  expect(err).toContain(`${join(data, "published.duckdb")}: is not a database of Sguardo, or is damaged.`);
});

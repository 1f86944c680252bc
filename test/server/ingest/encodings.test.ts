import { gzipSync } from "node:zlib";
import { afterEach, beforeEach, expect, test } from "vitest";
import { type Bench, openBench, townFile } from "./openBench.ts";

let bench: Bench;
beforeEach(async () => {
  bench = await openBench();
});
afterEach(() => bench.close());

const text = townFile("2026-09-01,notte,harbour,night,Età,1,contact,").replaceAll("\n", "\r\n");
const values = { need: { età: "health" } };
const latin = Buffer.from(text, "latin1");

test.each([
  ["UTF-8", Buffer.from(text), "utf-8"],
  ["UTF-8 with a byte order mark", Buffer.from(`\ufeff${text}`), "utf-8"],
  ["UTF-16 little-endian", Buffer.from(`\ufeff${text}`, "utf16le"), "utf-16le"],
  ["UTF-16 big-endian", Buffer.from(`\ufeff${text}`, "utf16le").swap16(), "utf-16be"],
  ["Windows-1252", latin, "windows-1252"],
  ["gzip", gzipSync(text), "utf-8"],
])("accents arrive whole from %s", async (_, bytes, encoding) => {
  const report = await bench.observations(await bench.write("t.csv", bytes), { values });
  expect(report).toMatchObject({ accepted: 1, encoding, delimiter: "," });
  expect(report.warnings.some((note) => note.includes("Windows-1252"))).toBe(encoding === "windows-1252");
});

test("Windows-1252 has its own letters where Latin-1 has none", async () => {
  const bytes = Buffer.concat([Buffer.from(townFile()), Buffer.from("2026-09-01,notte,harbour,night,")]);
  const row = Buffer.concat([bytes, Buffer.from([0x80, 0x92, 0xe8]), Buffer.from(",1,contact,\n")]);
  const report = await bench.observations(await bench.write("euro.csv", row));
  expect(report.unknown).toEqual([{ field: "need", value: "€’è", count: 1 }]);
});

test("a bad byte far into the file is still found", async () => {
  const line = "2026-09-01,notte,harbour,night,health,1,contact,\n";
  const bytes = Buffer.concat([
    Buffer.from(townFile() + line.repeat(5000)),
    latin.subarray(latin.indexOf("2026")),
  ]);
  expect(await bench.observations(await bench.write("far.csv", bytes), { values })).toMatchObject({
    accepted: 5001,
    encoding: "windows-1252",
  });
});

test("UTF-16 without its mark is refused as not text", async () => {
  const file = await bench.write("nomark.csv", Buffer.from(text, "utf16le"));
  await expect(bench.observations(file)).rejects.toThrow(/not text \(it holds NUL bytes\)/);
});

test.each([
  ["semicolons", ";"],
  ["tabs", "\t"],
])("columns are parted by %s as well", async (_, mark) => {
  const file = await bench.write("d.csv", text.replaceAll(",", mark));
  expect(await bench.observations(file, { values })).toMatchObject({ accepted: 1, delimiter: mark });
});

test("decimal commas are read in a file parted by semicolons", async () => {
  const file = await bench.write(
    "comma.csv",
    "time;lat;lon;service;need\n01/09/2026 21:30;44,125;12,23;NU;Salute\n",
  );
  expect(await bench.observations(file)).toMatchObject({ accepted: 1 });
  expect(await bench.kept()).toMatchObject([{ day: "2026-09-01", slot: "sera", zone: "harbour" }]);
});

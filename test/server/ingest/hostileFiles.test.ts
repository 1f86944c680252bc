import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Bench, openBench, townFile } from "./openBench.ts";

let bench: Bench;
const good = "2026-09-01,notte,harbour,night,health,1,contact,";
const before = { kept: 1, seen: 1, imports: 1 };

beforeAll(async () => {
  bench = await openBench();
  await bench.observations(await bench.write("before.csv", townFile(good)));
});
afterAll(() => bench.close());

const points = (rows: number) =>
  `time,lat,lon,service,need\n${"2026-09-01 12:00,12.23,44.125,NU,health\n".repeat(rows)}`;
const hostile: [what: string, name: string, bytes: string | Uint8Array, says: RegExp][] = [
  ["an empty file", "empty.csv", "", /empty\.csv: is empty \(0 bytes\)/],
  ["blank lines only", "blank.csv", "\n\n \n", /no column for|no rows/],
  ["a header and no rows", "header.csv", townFile(), /has a header but no rows/],
  [
    "rows without a header",
    "data.csv",
    `${good}\n${good}\n`,
    /line 1: has no header: the first line looks like data/,
  ],
  [
    "a header without the needed columns",
    "columns.csv",
    "date,slot,zone,operator\n2026-09-01,notte,harbour,x\n",
    /no column for service.*--map service=COLUMN.*"date", "slot", "zone", "operator"/,
  ],
  [
    "a needed column that is there twice",
    "twice.csv",
    "date,slot,zone,Service,service,need\n",
    /column "service" is there 2 times/i,
  ],
  ["rows that are all ragged", "ragged.csv", `a\n${townFile("x,y", "1,2,3")}`, /no column for/],
  [
    "a header of another width than every row",
    "width.csv",
    townFile("2026-09-01,notte", "2026-09-01,notte,harbour"),
    /no row has as many fields as the header/,
  ],
  [
    "a quote that never closes",
    "quote.csv",
    townFile(good, '2026-09-01,notte,harbour,"night,health,1,contact,', good),
    /quote\.csv, line 3: a quote opened here never closes/,
  ],
  [
    "a quote that swallows the file",
    "swallow.csv",
    townFile(good, '2026-09-01,notte,"harbour,night', ...Array.from({ length: 2000 }, () => good)),
    /line 3: a row is longer than 65536 bytes/,
  ],
  [
    "a line without end",
    "long.csv",
    townFile(good, "x".repeat(200_000)),
    /long\.csv, line 3: a row is longer/,
  ],
  [
    "a binary file",
    "binary.csv",
    new Uint8Array([97, 44, 98, 10, 0, 1, 2, 255]),
    /not text \(it holds NUL bytes\)/,
  ],
  ["a ZIP by its bytes", "zip.csv", Buffer.from("504b030414000000", "hex"), /ZIP archive.*Unzip it first/],
  ["a workbook by its name", "book.xlsx", "a,b\n", /archive or a workbook by its name.*Unzip it first/],
  ["an old Excel file", "old.csv", Buffer.from("d0cf11e0a1b11ae1", "hex"), /old Excel/],
  ["a .gz that is not gzip", "plain.csv.gz", townFile(good), /called \.gz but is not gzip/],
  ["a gzip cut short", "cut.csv.gz", gzipSync(townFile(good, good)).subarray(0, 60), /damaged gzip/],
  ["a gzip in a gzip", "double.csv.gz", gzipSync(gzipSync(townFile(good))), /compressed twice/],
  [
    "a decompression bomb",
    "bomb.csv.gz",
    gzipSync(townFile(good) + `${"0".repeat(1000)}\n`.repeat(20_000)),
    /more than 200 times its size/,
  ],
  [
    "latitude and longitude exchanged",
    "swapped.csv",
    points(30),
    /latitude and longitude are swapped: 30 of the first 30/,
  ],
  ["the same in a long file, found early", "swapped2.csv", points(3000), /swapped: 1000 of the first 1000/],
];

const cases = hostile.map(([what, name, bytes, says]) => ({ what, name, bytes, says }));

test.each(cases)(
  "$what is refused in clear words and leaves nothing behind",
  async ({ name, bytes, says }) => {
    const file = await bench.write(name, bytes);
    const files = await bench.files();
    await expect(bench.observations(file)).rejects.toThrow(says);
    await expect(bench.observations(file)).rejects.toThrow(/Nothing was imported\.$/);
    await expect(bench.observations(file)).rejects.toMatchObject({ name: "ImportRefused", remedy: /./ });
    expect(await bench.counts()).toEqual(before);
    expect(await bench.files()).toEqual(files);
  },
);

test("a missing file and a folder are refused", async () => {
  await expect(bench.observations(join(bench.folder, "none.csv"))).rejects.toThrow(/none\.csv: no such file/);
  await mkdir(join(bench.folder, "folder.csv"), { recursive: true });
  await expect(bench.observations(join(bench.folder, "folder.csv"))).rejects.toThrow(/is a folder/);
});

test("a mapping to a column or a field that does not exist is refused, and so is half a point", async () => {
  const file = await bench.write("mapping.csv", townFile(good));
  await expect(bench.observations(file, { mapping: { need: "bisogno" } })).rejects.toThrow(
    /no column "bisogno"/,
  );
  await expect(bench.observations(file, { mapping: { persona: "need" } })).rejects.toThrow(
    /"persona" is no field/,
  );
  await expect(bench.observations(file, { mapping: { lat: "band" } })).rejects.toThrow(/--map lon=COLUMN/);
  expect(await bench.counts()).toEqual(before);
});

test("a ragged row among good ones is refused alone, with its line", async () => {
  const file = await bench.write("one.csv", townFile(`${good}`, "", `${good},more`, '"2026-09-02",notte'));
  const report = await bench.observations(file, { dryRun: true });
  expect(report).toMatchObject({ rows: 3, refused: [{ count: 2, firstLines: [4, 5] }] });
});

test("points outside the territory are refused by row, and a point that returns too often is said", async () => {
  const lines = Array.from({ length: 970 }, (_, i) => `2026-09-01 12:00,44.12${1000 + i},12.23,NU,health`);
  const fallback = Array.from({ length: 31 }, () => "2026-09-01 12:00,44.121,12.241,NU,health");
  const outside = Array.from({ length: 9 }, () => "2026-09-01 12:00,45,12.23,NU,health");
  const text = [
    "time,lat,lon,service,need",
    ...lines,
    ...fallback,
    ...outside,
    "2026-09-01 12:00,x,12,NU,health",
    "",
  ];
  const file = await bench.write("places.csv", text.join("\n"));
  const report = await bench.observations(file, { dryRun: true });
  expect(report.refused).toMatchObject([
    { reason: "the point is in no zone of the network (out of territory)", count: 9 },
    { reason: "latitude is not a number", count: 1, examples: ['"x"'] },
  ]);
  expect(report.accepted).toBe(1001);
  expect(report.warnings.join("\n")).toContain("31 rows (3.1 %) lie on exactly one point, which is not told");
  expect(JSON.stringify(report)).not.toMatch(/44.121|12.241/);
});

test("times that are all midnight are said to be dates without a time", async () => {
  const text = `time,zone,service,need\n${"2026-09-01T00:00:00,hill,NU,health\n".repeat(20)}`;
  const report = await bench.observations(await bench.write("midnight.csv", text), { dryRun: true });
  expect(report.warnings.join("\n")).toContain("20 of 20 times are exactly 00:00");
});

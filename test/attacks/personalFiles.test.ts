import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { closeDb, run, sql } from "../../server/db.ts";
import { ImportRefused } from "../../server/ingest/ImportRefused.ts";
import { openVault } from "../../server/store.ts";
import { type Bench, openBench } from "../server/ingest/openBench.ts";
import { cell, foundIn, planted, tellsOn } from "./planted.ts";

describe("A18: files of observations and outings", () => {
  let bench: Bench;
  beforeAll(async () => {
    bench = await openBench();
  });
  afterAll(() => bench.close());

  /** A file's name cannot hold a slash. */
  const written = async (name: string, bytes: string) =>
    name.includes("/") ? null : bench.write(name, bytes);
  const refusalOf = (attempt: () => Promise<unknown>): Promise<unknown> =>
    attempt().then(
      () => null,
      (reason: unknown) => reason,
    );
  const good = ["id-1", "2026-09-01", "notte", "harbour", "night", "health", "1", "contact", "", "calm"];
  const header = "id,date,slot,zone,service,need,band,outcome,handover,note";

  test("every column that is read: the rows are refused, and nothing is told or kept of them", async () => {
    const rows = planted.flatMap((text) =>
      Array.from({ length: 9 }, (_, i) => good.map((value, j) => (i === j ? cell(text) : value)).join(",")),
    );
    const report = await bench.observations(
      await bench.write("mapped.csv", [header, ...rows, ""].join("\n")),
    );
    expect(report).toMatchObject({ rows: 9 * planted.length, accepted: 0 });
    expect(planted.filter((text) => tellsOn(JSON.stringify(report), text))).toEqual([]);
    const refused = await bench.read("mapped.csv.refused.csv");
    expect(refused.split("\n")).toHaveLength(9 * planted.length + 2);
    expect(planted.filter((text) => tellsOn(refused, text))).toEqual([]);
    expect(await foundIn(bench.data)).toEqual([]);
  });

  test("a column nobody mapped is not read: the row comes in without it, or is refused without it", async () => {
    const rows = planted.flatMap((text, i) => [
      good.map((value, j) => (j === 0 ? `b${i}` : j === 9 ? cell(text) : value)).join(","),
      good.map((value, j) => (j === 5 ? "Hunger" : j === 9 ? cell(text) : value)).join(","),
    ]);
    const report = await bench.observations(await bench.write("kobo.csv", [header, ...rows, ""].join("\n")));
    expect(report).toMatchObject({
      accepted: planted.length,
      unknown: [{ value: "Hunger", count: planted.length }],
    });
    const told = `${JSON.stringify(report)}${await bench.read("kobo.csv.refused.csv")}`;
    expect(planted.filter((text) => tellsOn(told, text))).toEqual([]);
    expect(await foundIn(bench.data)).toEqual([]);
  });

  test("outings likewise", async () => {
    const row = ["night", "harbour", "2026-09-01T21:00", "2026-09-01T23:00", "o1"];
    const rows = planted.flatMap((text) =>
      row.map((_, i) => row.map((value, j) => (i === j ? cell(text) : value)).join(",")),
    );
    const file = await bench.write("outings.csv", ["service,zone,from,to,id", ...rows, ""].join("\n"));
    const report = await bench.outings(file);
    expect(report.accepted).toBe(0);
    const told = `${JSON.stringify(report)}${await bench.read("outings.csv.refused.csv")}`;
    expect(planted.filter((text) => tellsOn(told, text))).toEqual([]);
    expect(await foundIn(bench.data)).toEqual([]);
  });

  test("a file's name, its columns, a mapping and its name are refused, and not told back", async () => {
    const file = await bench.write("plain.csv", [header, good.join(","), ""].join("\n"));
    for (const text of planted) {
      const named = await written(`${text}.csv`, `${header}\n${good.join(",")}\n`);
      const column = await bench.write("column.csv", `${cell(text)}\n1\n`);
      const tries = [
        () => (named ? bench.observations(named) : bench.observations(column)),
        () => bench.observations(column),
        () => bench.observations(file, { mapping: { need: text } }),
        () => bench.observations(file, { values: { need: { [text]: "health" } } }),
        () => bench.observations(file, { values: { need: { Hunger: text } } }),
        () => bench.observations(file, { remember: text }),
      ];
      for (const attempt of tries) {
        const error = await refusalOf(attempt);
        expect(error, text).toBeInstanceOf(ImportRefused);
        expect(tellsOn(JSON.stringify([String(error), error]), text), String(error)).toBe(false);
      }
    }
    expect(await foundIn(bench.data)).toEqual([]);
  });

  test("a reader that lets a text in is caught by the same search", async () => {
    const vault = await openVault(bench.data, bench.network);
    for (const text of planted)
      await run(
        vault,
        sql`INSERT INTO import VALUES (${`weak-${planted.indexOf(text)}`}, 'observations', ${text}, '', '2026-09-01', 1, 0, 0)`,
      );
    await closeDb(vault);
    expect(await foundIn(bench.data)).toEqual(planted);
  });
});

import { expect, test } from "vitest";
import { sorted, type TableRow } from "../../../client/panels/table/tableRows.ts";

const row = (name: string, level: number | null, hours: number | null): TableRow => ({
  zone: name,
  name,
  level,
  seen: Array.from({ length: level ?? 0 }, (_, i) => String(i)),
  rare: [],
  hours,
  need: null,
  people: null,
});
const rows = [row("Borello", null, null), row("Centro", 4, 90), row("Al Mare", 0, 3)];
const names = (table: TableRow[]) => table.map(({ name }) => name);

test("what is not known stands last whichever way it is sorted", () => {
  expect(names(sorted(rows, { column: "level", ascending: true }, "it"))).toEqual([
    "Al Mare",
    "Centro",
    "Borello",
  ]);
  expect(names(sorted(rows, { column: "level", ascending: false }, "it"))).toEqual([
    "Centro",
    "Al Mare",
    "Borello",
  ]);
  expect(names(sorted(rows, { column: "hours", ascending: false }, "it"))).toEqual([
    "Centro",
    "Al Mare",
    "Borello",
  ]);
});

test("names sort as the language sorts them", () => {
  expect(names(sorted(rows, { column: "name", ascending: true }, "it"))).toEqual([
    "Al Mare",
    "Borello",
    "Centro",
  ]);
});

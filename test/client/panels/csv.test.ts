import { expect, test } from "vitest";
import { csv, dialects } from "../../../client/panels/table/csv.ts";

test("notes stand first, cells are quoted where they must be", () => {
  expect(
    csv(
      ["dati simulati"],
      [
        ["Zona", 1.5, null],
        ['Via "Mare"', "a; b", "x,y"],
      ],
      dialects.en,
    ),
  ).toBe('\uFEFF# dati simulati\r\nZona,1.5,\r\n"Via ""Mare""","a; b","x,y"\r\n');
});

test("no cell runs as a formula in a spreadsheet", () => {
  expect(csv([], [["=1+1", "-2", "@x", "+39", "\tx"]], dialects.en)).toBe(
    "\uFEFF'=1+1,'-2,'@x,'+39,'\tx\r\n",
  );
});

test("an Italian file has semicolons and decimal commas, and no more than two decimals", () => {
  expect(csv([], [["Zona", 1234.5678, 2 / 3, 12]], dialects.it)).toBe("\uFEFFZona;1234,57;0,67;12\r\n");
});

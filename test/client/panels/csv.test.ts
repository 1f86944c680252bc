import { expect, test } from "vitest";
import { csv } from "../../../client/panels/table/csv.ts";

test("notes stand first, cells are quoted where they must be", () => {
  expect(
    csv(
      ["dati simulati"],
      [
        ["Zona", 1.5, null],
        ['Via "Mare"', "a; b", "x,y"],
      ],
    ),
  ).toBe('\uFEFF# dati simulati\r\nZona,1.5,\r\n"Via ""Mare""","a; b","x,y"\r\n');
});

test("no cell runs as a formula in a spreadsheet", () => {
  expect(csv([], [["=1+1", "-2", "@x", "+39", "\tx"]])).toBe("\uFEFF'=1+1,'-2,'@x,'+39,'\tx\r\n");
});

import { expect, test } from "vitest";
import { borders } from "../../../client/map/borders.ts";
import { squares } from "./square.ts";

test("a border two zones share is drawn once, dotted if either zone is approximate", () => {
  const inner = borders(squares(["a", "b", "c"])).features.filter((line) => line.properties.kind === "inner");
  expect(inner.map((line) => line.properties.approximate)).toEqual([true, false]);
  for (const line of inner) expect(line.geometry.coordinates).toHaveLength(2);
});

test("the outer edge is one line all round", () => {
  const outer = borders(squares(["a", "b", "c"])).features.filter((line) => line.properties.kind === "outer");
  expect(outer).toHaveLength(1);
  const [line] = outer;
  expect(line?.geometry.coordinates).toHaveLength(9);
  expect(line?.geometry.coordinates.at(-1)).toEqual(line?.geometry.coordinates[0]);
});

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { NetworkFile } from "../../../domain/network.ts";
import { root } from "../../../server/config.ts";
import { checkViews } from "../../../server/gate/checkViews.ts";
import { city } from "../../attacks/city.ts";

/** The network folder as far as the check reads it. */
function folder(path: string) {
  const read = (file: string) => readFileSync(join(root, path, file), "utf8");
  const lines = read("needs.csv")
    .trim()
    .split("\n")
    .slice(1)
    .map((line) => line.split(","));
  const features: { properties: { id: string; parent?: string | null } }[] = JSON.parse(
    read("zones.geojson"),
  ).features;
  return {
    ...city(),
    ...NetworkFile.parse(JSON.parse(read("network.json"))),
    zones: features.map(({ properties }) => ({ ...properties, parent: properties.parent ?? null })) as never,
    needs: lines.map((cells) => ({
      id: cells[0] ?? "",
      name: "",
      group: cells.at(-2) ?? "",
      sensitive: cells.at(-1) === "true",
    })),
  };
}

test.each(["data/cesena", "test/fixtures/town"])("the view list of %s protects every small cell", (path) => {
  const checks = checkViews(folder(path));
  expect(checks[0]?.sd).toBeGreaterThanOrEqual(2);
  expect(checks.filter(({ published }) => published).length).toBeGreaterThan(7);
});

test("Cesena publishes zone × slot × need by quarter, and weeks, months, quarters and years together keep sd over 2", () => {
  const network = folder("data/cesena");
  expect(network.needs).toHaveLength(10);
  const checks = checkViews(network);
  const sd = (kind: string, view: string) =>
    checks.find((check) => check.kind === kind && check.view === view)?.sd;
  expect(sd("week", "need")).toBeCloseTo(2.04, 2);
  expect(sd("month", "zone×need")).toBeCloseTo(2.05, 2);
  expect(sd("quarter", "zone×slot×need")).toBeCloseTo(2.21, 2);
  expect(sd("quarter", "sensitive:zone×need")).toBeGreaterThan(2.5);
});

test("ordinary and sensitive needs are in no sum together: the noise of one protects nothing of the other", () => {
  const network = folder("data/cesena");
  const { sensitive } = network.disclosure;
  const quiet = { ...sensitive, perturbation: { ...sensitive.perturbation, V: 60 } };
  const ordinary = (of: typeof network) =>
    checkViews(of).filter(({ view }) => !view.startsWith("sensitive:"));
  expect(ordinary({ ...network, disclosure: { ...network.disclosure, sensitive: quiet } })).toEqual(
    ordinary(network),
  );
});

test("a list that would give a small cell away is refused with the view named", () => {
  const all = [
    [],
    ["zone"],
    ["need"],
    ["slot"],
    ["zone", "need"],
    ["zone", "slot"],
    ["slot", "need"],
    ["zone", "slot", "need"],
  ];
  const weak = city({ views: { week: all, month: all, quarter: all, year: all } as never });
  expect(() => checkViews(weak)).toThrow(RangeError);
  expect(() => checkViews(weak)).toThrow(
    /small cell of ".+" by (week|month|quarter|year) \(published\).+deviation of 1\.\d\d only/,
  );
});

test("raising the variance makes a list pass that fails narrowly", () => {
  const all = [
    [],
    ["zone"],
    ["need"],
    ["slot"],
    ["zone", "need"],
    ["zone", "slot"],
    ["slot", "need"],
    ["zone", "slot", "need"],
  ] as never;
  const network = city({ views: { week: all, month: all, quarter: all } });
  const narrow = {
    ...network,
    disclosure: { ...network.disclosure, perturbation: { D: 8, V: 8, js: 0 as const } },
  };
  expect(() => checkViews(network)).toThrow(RangeError);
  expect(checkViews(narrow)[0]?.sd).toBeGreaterThan(2);
});

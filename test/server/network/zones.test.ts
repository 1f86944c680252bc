import { expect, test } from "vitest";
import { loadEdited, problemsOf, put } from "./editedTown.ts";

const FILE = "zones.geojson";
const HILL = "feature 3 (hill)";
const SQUARE = "0,0 2,0 2,1.5 0,1.5 0,0";

/** Points written "x,y x,y …". */
const points = (text: string) => text.split(" ").map((point) => point.split(",").map(Number));

/** The town with other rings for its hill (the third feature), in hundredths of a degree from its corner 12.22, 44.135. */
const hill = (...rings: string[]) => ({
  [FILE]: put(
    ["features", 2, "geometry", "coordinates"],
    rings.map((ring) =>
      points(ring).map(([x = 0, y = 0]) => [rounded(12.22 + x / 100), rounded(44.135 + y / 100)]),
    ),
  ),
});

const rounded = (degrees: number) => Number(degrees.toFixed(6));

/** The town with its hill at these very coordinates. */
const hillAt = (ring: string) => ({
  [FILE]: put(["features", 2, "geometry", "coordinates"], [points(ring)]),
});

test("an open ring is refused with its two ends", async () => {
  expect(await problemsOf(hill("0,0 2,0 2,1.5 0,1.5"))).toMatchObject([
    {
      file: FILE,
      where: HILL,
      field: "geometry.coordinates[0]",
      value: "[12.22,44.135] … [12.22,44.15]",
      problem: "is not closed",
    },
  ]);
});

test("a ring of three points is refused", async () => {
  expect(await problemsOf(hill("0,0 2,0 0,0"))).toMatchObject([{ where: HILL, value: "3 points" }]);
});

test("a ring around nothing is refused", async () => {
  expect(await problemsOf(hill("0,0 1,1 2,2 0,0"))).toMatchObject([{ problem: "encloses no area" }]);
});

test("an outline that crosses itself is refused at the crossing", async () => {
  expect(await problemsOf(hill("0,0 2,1.5 2,0 0,1.5 0,0"))).toMatchObject([
    { where: HILL, value: "12.23000, 44.14250", problem: "is where the outline crosses itself" },
  ]);
});

test("a hole may touch its outline but not cross it", async () => {
  expect((await loadEdited(hill(SQUARE, "0,0 1,0.5 0.5,1 0,0"))).zones).toHaveLength(4);
  expect(await problemsOf(hill(SQUARE, "1,0.5 3,0.5 1,1 1,0.5"))).toMatchObject([
    { problem: "is where the outline crosses itself" },
  ]);
});

test("swapped longitude and latitude are recognised, in range or out of it", async () => {
  expect(
    await problemsOf(hillAt("44.135,12.22 44.135,12.24 44.15,12.24 44.15,12.22 44.135,12.22")),
  ).toMatchObject([
    {
      where: HILL,
      value: "44.1425, 12.2300",
      problem: "is not in Europe (timezone Europe/Rome): longitude and latitude look swapped",
      remedy: "Write [longitude, latitude].",
    },
  ]);
  expect(await problemsOf(hillAt("42.3,-71.1 42.4,-71.1 42.4,-110 42.3,-71.1"))).toMatchObject([
    { value: "[42.4,-110]", problem: "is out of WGS84: longitude and latitude look swapped" },
  ]);
});

test("metres of a projection are refused as such", async () => {
  const metres = hillAt("757000,4892000 758000,4892000 758000,4893000 757000,4892000");
  expect(await problemsOf(metres)).toMatchObject([
    { where: HILL, problem: "is out of WGS84 (perhaps metres of a map projection)" },
  ]);
  const crs = { type: "name", properties: { name: "urn:ogc:def:crs:EPSG::32632" } };
  expect(await problemsOf({ [FILE]: put(["crs"], crs) })).toMatchObject([
    { field: "crs", problem: "is not WGS84" },
  ]);
});

test("two zones over the same ground are refused with their share; a hair's breadth is let pass", async () => {
  expect(await problemsOf(hill("0,-0.3 2,-0.3 2,1.5 0,1.5 0,-0.3"))).toMatchObject([
    { where: HILL, value: "harbour", problem: "is a zone it overlaps (20.0 % of the smaller one)" },
  ]);
  expect((await loadEdited(hill("0,-0.005 2,-0.005 2,1.5 0,1.5 0,-0.005"))).zones).toHaveLength(4);
});

test("a zone may cover the ground of its own parent", async () => {
  const whole = points("12.22,44.12 12.26,44.12 12.26,44.15 12.22,44.15 12.22,44.12");
  const town = await loadEdited({
    [FILE]: (text) => {
      const zones = JSON.parse(text);
      for (const { properties } of zones.features) properties.parent = "county";
      const county = { type: "Feature", properties: { id: "county", name: "County" } };
      zones.features.push({ ...county, geometry: { type: "Polygon", coordinates: [whole] } });
      return JSON.stringify(zones);
    },
  });
  expect(town.zones.map(({ parent }) => parent)).toEqual(["county", "county", "county", "county", null]);
});

test("a zone drawn twice is refused by its id", async () => {
  const twice = (text: string) => {
    const zones = JSON.parse(text);
    return JSON.stringify({ ...zones, features: [...zones.features, zones.features[0]] });
  };
  expect(await problemsOf({ [FILE]: twice })).toMatchObject([
    {
      where: "feature 5 (harbour)",
      field: "id",
      value: "harbour",
      problem: "is already used in feature 1 (harbour)",
    },
  ]);
});

test("a parent must be a zone of the folder, and not the zone itself", async () => {
  const parent = (id: string) => problemsOf({ [FILE]: put(["features", 0, "properties", "parent"], id) });
  expect(await parent("county")).toMatchObject([
    { where: "feature 1 (harbour)", field: "parent", value: "county" },
  ]);
  expect(await parent("harbour")).toMatchObject([{ field: "parent", problem: "is the zone itself" }]);
});

test("a parent has no parent: no chains, and no circles", async () => {
  const parents = (of: Record<number, string>) => ({
    [FILE]: (text: string) =>
      Object.entries(of).reduce(
        (edited, [feature, id]) => put(["features", Number(feature), "properties", "parent"], id)(edited),
        text,
      ),
  });
  expect((await loadEdited(parents({ 0: "fields", 1: "fields" }))).zones[0]?.parent).toBe("fields");
  expect(await problemsOf(parents({ 0: "market", 1: "fields" }))).toMatchObject([
    { where: "feature 1 (harbour)", value: "market", problem: "has a parent itself (fields)" },
  ]);
  expect(await problemsOf(parents({ 0: "market", 1: "harbour" }))).toMatchObject([
    { where: "feature 1 (harbour)", problem: "has a parent itself (harbour)" },
    { where: "feature 2 (market)", problem: "has a parent itself (market)" },
  ]);
});

test("a feature without id, name or area is refused by its number, all at once", async () => {
  const features = [
    { type: "Feature", properties: {}, geometry: { type: "Point", coordinates: [12.2, 44.1] } },
    { type: "Feature", properties: { id: 7, name: "Seven" }, geometry: null },
  ];
  const problems = await problemsOf({ [FILE]: put(["features"], features) });
  const zones = problems.filter(({ file }) => file === FILE);
  expect(zones.map(({ where, field, value, problem }) => [where, field, value, problem])).toEqual([
    ["feature 1", "id", "", "is missing"],
    ["feature 1", "name", "", "is missing"],
    ["feature 1", "geometry.type", "Point", "is not an area"],
    ["feature 2 (7)", "geometry", "null", "is not of type object"],
  ]);
});

test("what is not a collection of features is refused", async () => {
  const refused = await problemsOf({ [FILE]: () => '{"type":"Topology"}' });
  expect(refused).toMatchObject([
    { file: FILE, field: "type", value: "Topology", problem: "is not one of: FeatureCollection" },
    { file: FILE, field: "features", problem: "is missing" },
  ]);
});

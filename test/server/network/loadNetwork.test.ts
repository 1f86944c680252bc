import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { loadNetwork } from "../../../server/network/loadNetwork.ts";
import { loadEdited, problemsOf, put, swap, townFolder, withEditedTown } from "./editedTown.ts";

describe("a good folder", () => {
  test("the town loads whole: words typed, lists split, what is not known null", async () => {
    const town = await loadNetwork(townFolder);
    expect(town.zones.map(({ id, population }) => [id, population])).toEqual([
      ["harbour", 1200],
      ["market", 3400],
      ["hill", null],
      ["fields", 90],
    ]);
    expect(town.services.find(({ id }) => id === "night")).toMatchObject({
      initials: "NU",
      needs: ["housing", "health", "addiction"],
      url: "https://example.org/night",
    });
    expect(town.services.find(({ id }) => id === "police")).toMatchObject({ phone: null, email: null });
    expect(town.needs.filter(({ sensitive }) => sensitive).map(({ id }) => id)).toEqual(["addiction"]);
    expect(town.schedules.find(({ id }) => id === "night-weekend")).toMatchObject({
      zones: ["harbour", "market"],
      byday: "FR,SA",
      interval: 1,
      until: null,
      exceptions: ["2026-08-14", "2026-08-15"],
    });
    expect(town.relations).toContainEqual({ a: "order", b: "harm-reduction", relation: "contrasting" });
  });

  test("a name stands in the middle of its zone, or where the folder puts it", async () => {
    const placed = await loadEdited({
      "zones.geojson": (text) =>
        put(
          ["features", 1, "properties", "label_lat"],
          44.13,
        )(put(["features", 1, "properties", "label_lon"], 12.245)(text)),
    });
    expect(placed.zones.slice(0, 2).map(({ label }) => label)).toEqual([
      [12.23, 44.1275],
      [12.245, 44.13],
    ]);
  });

  test("a clockwise outline is turned, so that every zone is wound as RFC 7946 asks", async () => {
    const ring = [
      [12.22, 44.12],
      [12.22, 44.135],
      [12.24, 44.135],
      [12.24, 44.12],
      [12.22, 44.12],
    ];
    const turned = await loadEdited({
      "zones.geojson": put(["features", 0, "geometry", "coordinates"], [ring]),
    });
    expect(turned.zones[0]?.geometry.coordinates).toEqual([ring.toReversed()]);
  });

  test("a byte order mark, semicolons and Windows line ends are what Excel writes, and are read", async () => {
    const needs = '\uFEFFid;name;group;sensitive\r\nhousing;Housing;basics;false\r\n"food";Food;basics;\r\n';
    const rest =
      "health;Health;safety;false\r\nconflict;Conflict;safety;false\r\naddiction;Addiction;safety;true\r\n";
    const town = await loadEdited({ "needs.csv": () => needs + rest });
    expect(town.needs.map(({ id, sensitive }) => [id, sensitive])).toEqual([
      ["housing", false],
      ["food", false],
      ["health", false],
      ["conflict", false],
      ["addiction", true],
    ]);
  });

  test("a network may have no schedules yet", async () => {
    const town = await loadEdited({ "schedules.csv": (text) => text.slice(0, text.indexOf("\n") + 1) });
    expect(town.schedules).toEqual([]);
  });
});

describe("a folder that is not whole", () => {
  test("a path without a folder is said", async () => {
    await expect(loadNetwork(join(townFolder, "nowhere"))).rejects.toThrow(
      /nowhere: 1 problem, nothing was loaded\.\n- there is no such folder/,
    );
  });

  test("every missing file is named at once", async () => {
    const gone = () => null;
    const problems = await problemsOf({ "network.json": gone, "zones.geojson": gone, "needs.csv": gone });
    expect(problems.map(({ file, problem }) => [file, problem])).toEqual([
      ["network.json", "is missing"],
      ["zones.geojson", "is missing"],
      ["needs.csv", "is missing"],
    ]);
  });

  test("a folder where a file should be is said", async () => {
    await withEditedTown({ "aims.csv": () => null }, async (dir) => {
      await mkdir(join(dir, "aims.csv"));
      await expect(loadNetwork(dir)).rejects.toThrow("- aims.csv: is not a file");
    });
  });

  test("problems of different files are all told together, with the place, the value and what to do", async () => {
    const edits = {
      "network.json": put(["timezone"], "Europe/Cesena"),
      "zones.geojson": put(["features", 2, "geometry", "coordinates", 0, 4], [12.23, 44.14]),
      "services.csv": swap("#6a3d9a", "purple"),
      "schedules.csv": swap("night-hill,night,hill", "night-hill,nobody,hill"),
      "aims.csv": swap("care,youth,complementary", "care,youth,friendly"),
    };
    const problems = await problemsOf(edits);
    expect(problems.map(({ file, where, field, value }) => [file, where, field, value])).toEqual([
      ["network.json", "", "timezone", "Europe/Cesena"],
      ["zones.geojson", "feature 3 (hill)", "geometry.coordinates[0]", "[12.22,44.135] … [12.23,44.14]"],
      ["services.csv", "line 2", "color", "purple"],
      ["aims.csv", "line 4", "relation", "friendly"],
      ["schedules.csv", "line 3", "service", "nobody"],
    ]);
    expect(problems.every(({ problem, remedy }) => problem !== "" && remedy.endsWith("."))).toBe(true);
    await expect(loadEdited(edits)).rejects.toThrow(
      '- services.csv, line 2, color: "purple" is not a colour like #6baed6. Write a colour like #6baed6.',
    );
  });
});

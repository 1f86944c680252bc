import { describe, expect, test } from "vitest";
import { disc } from "../../../client/map/clip.ts";
import { boundsOfShapes, fitBounds } from "../../../client/map/fitCamera.ts";
import { type LabelScene, labels } from "../../../client/map/labels.ts";
import { type Point, screenOf } from "../../../client/map/mercator.ts";
import type { ZoneMark } from "../../../client/map/ZoneMark.ts";
import { zoneShapes } from "../../../client/map/zoneShapes.ts";
import { squares } from "./square.ts";

const ids = ["a", "b", "c", "d"];
const shapes = zoneShapes(squares(ids), "it");
const size = { width: 800, height: 400 };
const none = { left: 0, right: 0, top: 0, bottom: 0 };
const camera = fitBounds(boundsOfShapes(shapes), { size, padding: none, margin: 20 });
const frame = { left: 0, top: 0, right: 800, bottom: 400 };
const small = squares(["town"], 0.004);
const marks = new Map(
  ids.map((zone): [string, ZoneMark] => [zone, { zone, level: 1, seen: ["s1", "s2"], rare: [] }]),
);
const scene: LabelScene = {
  shapes,
  marks,
  view: { ...size, camera },
  frame,
  sizeOf: (sprite) =>
    sprite.startsWith("chip") ? { width: 28, height: 23, pad: 2 } : { width: 96, height: 23, pad: 3 },
};

describe("the labels of a view", () => {
  test("name every zone, each with its chips under the name", () => {
    const placed = labels(scene);
    expect(placed.map((label) => label.zone)).toEqual(ids);
    expect(placed[0]?.parts.map((part) => part.sprite)).toEqual(["name:a", "chip:s1", "chip:s2"]);
    expect(placed[0]?.parts[1]?.y).toBeGreaterThan(placed[0]?.parts[0]?.y ?? 0);
  });

  test("keep three pixels between chips, whatever their halo", () => {
    const [, first, second] = labels(scene)[0]?.parts ?? [];
    expect((second?.x ?? 0) - (first?.x ?? 0)).toBe(24 + 3);
  });

  test("lose none when zones are too small for their names", () => {
    const far = { ...scene, view: { ...size, camera: { ...camera, zoom: camera.zoom - 3 } } };
    const placed = labels(far);
    expect(placed.map((label) => label.zone)).toEqual(ids);
    for (const [i, a] of placed.entries())
      for (const b of placed.slice(i + 1)) {
        const apart =
          Math.abs(a.box.x - b.box.x) >= (a.box.width + b.box.width) / 2 ||
          Math.abs(a.box.y - b.box.y) >= (a.box.height + b.box.height) / 2;
        expect(apart, `${a.zone} and ${b.zone}`).toBe(true);
      }
  });

  test("are tied to their zone by a line when they had to go far", () => {
    const obstacles = [{ x: 120, y: 200, width: 220, height: 200 }];
    const [first] = labels({ ...scene, obstacles });
    expect(first?.leader).not.toBeNull();
    expect(labels(scene)[0]?.leader).toBeNull();
  });

  test("move to the part of a zone that can be seen", () => {
    const half = { ...frame, left: 130 };
    const [first] = labels({ ...scene, frame: half });
    expect(first?.zone).toBe("a");
    expect((first?.box.x ?? 0) - (first?.box.width ?? 0) / 2).toBeGreaterThanOrEqual(130);
  });

  test("leave to the lens what the lens writes, and there name neighbours quietly", () => {
    expect(labels({ ...scene, elsewhere: new Set(["b"]) }).map((label) => label.zone)).toEqual([
      "a",
      "c",
      "d",
    ]);
    const inLens = labels({ ...scene, outline: disc([400, 200], 190), muted: new Set(["c"]) });
    expect(inLens.find((label) => label.zone === "c")?.parts).toMatchObject([{ sprite: "muted:c" }]);
  });

  test("are the same for the same view", () => {
    expect(labels(scene)).toEqual(labels(scene));
  });
});

describe("the labels of zones too small to read, where there is paper", () => {
  const town = zoneShapes({ ...squares(ids), features: [...squares(ids).features, ...small.features] }, "it");
  const paper = { ...scene, shapes: town, paper: true };
  const placed = labels(paper);
  const outside = placed.filter(({ pinned }) => pinned);

  test("stand outside every zone, tied to their own by a line", () => {
    expect(outside.map(({ zone }) => zone)).toEqual(["town"]);
    const [label] = outside;
    const project = screenOf(scene.view);
    const [left, top, right, bottom] = boundsOfShapes(shapes);
    const [[west = 0, north = 0], [east = 0, south = 0]] = [project([left, top]), project([right, bottom])];
    const { x = 0, y = 0, width = 0, height = 0 } = label?.box ?? {};
    const over =
      x + width / 2 > west && x - width / 2 < east && y + height / 2 > north && y - height / 2 < south;
    expect(over).toBe(false);
    const town0 = town.find(({ id }) => id === "town");
    expect(label?.leader?.[0]).toEqual(project(town0?.inscribed.center ?? [0, 0]));
  });

  test("stay where they are while the map slides, and go back into their zones when one comes near", () => {
    const [label] = outside;
    const [from] = label?.leader ?? [[0, 0]];
    const kept = new Map([["town", [(label?.box.x ?? 0) - from[0], (label?.box.y ?? 0) - from[1]] as Point]]);
    const view = {
      ...scene.view,
      camera: { ...camera, center: [camera.center[0] - 0.01, camera.center[1]] as Point },
    };
    const [slid] = labels({ ...paper, view, kept }).filter(({ pinned }) => pinned);
    const [to] = slid?.leader ?? [[0, 0]];
    expect(to[0]).not.toBeCloseTo(from[0], 0);
    expect((slid?.box.x ?? 0) - to[0]).toBeCloseTo((label?.box.x ?? 0) - from[0], 9);
    const near = { ...scene.view, camera: { ...camera, zoom: camera.zoom + 3 } };
    expect(labels({ ...paper, view: near }).filter(({ pinned }) => pinned)).toEqual([]);
  });
});

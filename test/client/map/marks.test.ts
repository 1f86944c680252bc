import { IconLayer } from "@deck.gl/layers";
import { expect, test } from "vitest";
import type { Atlas } from "../../../client/map/atlas.ts";
import type { Label } from "../../../client/map/labels.ts";
import { leaderLayers, marksLayer } from "../../../client/map/markLayers.ts";
import { lonLatOf, metresPerPixel, screenOf, worldOf } from "../../../client/map/mercator.ts";

const view = { width: 800, height: 600, camera: { center: [12.24, 44.14] as [number, number], zoom: 11 } };
const atlas = {
  canvas: {},
  devicePixels: 2,
  frames: new Map([["name:a", { x: 0, y: 0, width: 120, height: 46 }]]),
  sizeOf: () => ({ width: 60, height: 23, pad: 3 }),
} as unknown as Atlas;
const label: Label = {
  zone: "a",
  box: { x: 400, y: 300, width: 54, height: 17 },
  parts: [{ sprite: "name:a", x: 370.3, y: 288.9, dimmed: false }],
  leader: null,
};

test("a name at rest begins on a whole device pixel, a moving one where it is", () => {
  for (const [moving, corner] of [
    [false, [370.5, 289]],
    [true, [370.3, 288.9]],
  ] as const) {
    const layer = marksLayer([label], atlas, { ...view, moving }) as IconLayer;
    const [part] = layer.props.data as Label["parts"];
    const at = (layer.props.getPosition as (p: unknown) => [number, number])(part);
    const [x, y] = screenOf(view)(worldOf(at));
    expect(x).toBeCloseTo(corner[0], 4);
    expect(y).toBeCloseTo(corner[1], 4);
  }
});

test("the same atlas gives the same mapping object, so that nothing is laid out twice", () => {
  const [a, b] = [0, 1].map(() => marksLayer([label], atlas, { ...view, moving: false }) as IconLayer);
  expect(a).toBeInstanceOf(IconLayer);
  expect(a?.props.iconMapping).toBe(b?.props.iconMapping);
});

test("only labels that moved away have a leader line", () => {
  const far: Label = {
    ...label,
    leader: [
      [10, 10],
      [60, 40],
    ],
  };
  const [leaders, ...more] = leaderLayers([label, far], "light", view);
  expect(leaders?.props.data).toHaveLength(1);
  expect(more).toEqual([]);
  const outside = leaderLayers([{ ...far, pinned: true }], "light", view);
  expect(outside.map(({ id, props }) => [id, (props.data as unknown[]).length])).toEqual([
    ["leaders", 0],
    ["pin-halos", 1],
    ["pin-lines", 1],
    ["pins", 1],
  ]);
});

test("the world and the screen agree there and back", () => {
  const [lon, lat] = lonLatOf(worldOf([12.24, 44.14]));
  expect(lon).toBeCloseTo(12.24, 10);
  expect(lat).toBeCloseTo(44.14, 10);
  expect(screenOf(view)(worldOf(view.camera.center))).toEqual([400, 300]);
});

test("at the equator and zoom 0 a pixel of a 512 pixel world is 78,272 m", () => {
  expect(metresPerPixel({ center: [0, 0], zoom: 0 })).toBeCloseTo(78_271.517, 2);
});

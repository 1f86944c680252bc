import { describe, expect, test } from "vitest";
import { contrast, initialsOn, keyline } from "../../../client/map/color.ts";
import { isCovered } from "../../../client/map/coveredPlaces.ts";
import { dotsPattern, hatchPattern } from "../../../client/map/patterns.ts";
import { scaleBar } from "../../../client/map/scaleBar.ts";
import { mapTokens } from "../../../client/map/tokens.ts";
import { changedStates, zoneStates } from "../../../client/map/zoneStates.ts";

const services = "f16913 6baed6 ce1256 a6d854 8dd3c7 6a3d9a 006d2c e6ab02 993404 807dba fb9a99 41ab5d".split(
  " ",
);
const white = ["ce1256", "6a3d9a", "006d2c", "993404"];

describe("chips", () => {
  test("the faintest initials are those on #807dba, 4.66:1", () => {
    const least = Math.min(...services.map((hex) => contrast(initialsOn(`#${hex}`), `#${hex}`)));
    expect(least).toBeCloseTo(contrast("#0D1A26", "#807dba"), 9);
    expect(least).toBeCloseTo(4.66, 2);
  });

  test.each(services)(
    "#%s has initials at 4.5:1 or better (WCAG AA), white only on the four dark colours",
    (hex) => {
      const color = `#${hex}`;
      expect(initialsOn(color)).toBe(white.includes(hex) ? "#FFFFFF" : "#0D1A26");
      expect(contrast(initialsOn(color), color)).toBeGreaterThanOrEqual(4.5);
    },
  );

  test.each(services)("#%s has a keyline at 3.2:1 on the land of both themes", (hex) => {
    for (const { land } of Object.values(mapTokens)) {
      expect(contrast(keyline(`#${hex}`, land), land)).toBeGreaterThanOrEqual(3.2);
    }
  });
});

test("the hatch tiles without a seam and shrinks as MapLibre enlarges it", () => {
  const at = (zoomFraction: number) =>
    hatchPattern({ ink: "#000000", ground: "#FFFFFF", devicePixels: 2, zoomFraction });
  const { width, height, data, pixelRatio } = at(0);
  expect(width).toBe(height);
  // Down one pixel and left one pixel is the same line, also across the edge of the tile.
  for (let i = 0; i < width; i++) expect(data[i * 4]).toBe(data[(width + ((i + width - 1) % width)) * 4]);
  expect(width / pixelRatio).toBeCloseTo(7 * Math.SQRT2, 9);
  expect(at(0.5).pixelRatio / pixelRatio).toBeCloseTo(Math.SQRT2, 9);
});

test("the dots of too little data tile without a seam, two on a square of 8 px", () => {
  const { width, height, data, pixelRatio } = dotsPattern({
    ink: "#000000",
    ground: "#FFFFFF",
    devicePixels: 2,
    zoomFraction: 0,
  });
  expect(width).toBe(height);
  expect(width / pixelRatio).toBe(8);
  const value = (x: number, y: number) => data[(y * width + x) * 4];
  expect([value(4, 4), value(12, 12), value(4, 12), value(12, 4), value(0, 0)]).toEqual([
    0, 0, 255, 255, 255,
  ]);
  for (let i = 0; i < width; i++) {
    expect(value(i, 0)).toBe(255);
    expect(value(0, i)).toBe(255);
  }
});

test("the scale bar is 1, 2 or 5 of something, and never longer than asked", () => {
  expect(scaleBar(40, 96)).toEqual({ metres: 2000, width: 50 });
  expect(scaleBar(6, 96)).toMatchObject({ metres: 500 });
  expect(() => scaleBar(0, 96)).toThrow(RangeError);
});

test("the name of a village gives way to a zone's label", () => {
  const label = { x: 100, y: 100, width: 80, height: 40 };
  expect(isCovered("Ronta", [70, 95], [label])).toBe(true);
  expect(isCovered("Ronta", [150, 95], [label])).toBe(false);
});

test("scrubbing touches only the zones whose mark changed; not known is -1, not loaded is nothing", () => {
  const nobody = { hover: null, selected: null, focus: null };
  const zones = ["a", "b", "c"];
  const at = (level: 0 | 3 | null) =>
    zoneStates(
      zones,
      new Map([
        ["a", { zone: "a", level, seen: [], rare: [] }],
        ["b", { zone: "b", level: null, seen: [], rare: [] }],
      ]),
      nobody,
    );
  expect(at(3).get("a")?.level).toBe(3);
  expect(at(3).get("b")?.level).toBe(-1);
  expect(at(3).get("c")).not.toHaveProperty("level");
  expect(changedStates(at(3), at(0)).map(([zone]) => zone)).toEqual(["a"]);
});

test("too little data is neither calm nor unknown: it has a code of its own", () => {
  const pointed = { hover: null, selected: null, focus: null };
  const growth = { family: "growth", seen: [], rare: [] } as const;
  const marks = new Map([
    ["norm", { ...growth, zone: "norm", level: 0 as const }],
    ["few", { ...growth, zone: "few", level: null, few: true }],
    ["unknown", { ...growth, zone: "unknown", level: null }],
  ]);
  const states = zoneStates(["norm", "few", "unknown"], marks, pointed);
  expect([...states.values()].map(({ level }) => level)).toEqual([30, -3, -1]);
});

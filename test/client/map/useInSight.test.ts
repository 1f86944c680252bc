import { expect, test } from "vitest";
import { worldOf } from "../../../client/map/mercator.ts";
import { isSeen } from "../../../client/map/useInSight.ts";

const view = { width: 400, height: 300, camera: { center: [12.24, 44.14] as [number, number], zoom: 12 } };
const open = { left: 0, right: 0, top: 0, bottom: 0 };
const zone = (lon: number, lat: number) => ({
  id: "Q01",
  name: "",
  approximate: false,
  anchor: worldOf([lon, lat]),
  polygons: [],
  inscribed: { center: [0, 0] as [number, number], radius: 0 },
});

test("a zone whose name is in the middle is in sight", () => {
  expect(isSeen(zone(12.24, 44.14), view, open)).toBe(true);
});

test("a zone whose name is outside the window, or behind a panel, is not", () => {
  expect(isSeen(zone(12.34, 44.14), view, open)).toBe(false);
  expect(isSeen(zone(12.24, 44.14), view, { ...open, left: 220 })).toBe(false);
});

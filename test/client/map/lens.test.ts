import { describe, expect, test } from "vitest";
import { planHome } from "../../../client/map/home.ts";
import { lensCamera, ringOf, SMALL, smallZones, tangents } from "../../../client/map/lens.ts";
import { zoneShapes } from "../../../client/map/zoneShapes.ts";
import { squares } from "./square.ts";

const padding = { left: 0, right: 0, top: 0, bottom: 0 };
const desktop = { width: 1000, height: 680 };
const big = squares(["a", "b"], 0.2);
/** Two large zones and a very small one inside the second, as an old town is. */
const city = zoneShapes({ ...big, features: [...big.features, ...squares(["town"], 0.01).features] }, "it");

describe("the lens", () => {
  test("is there when a zone is too small to read at the fitted view", () => {
    const { camera, lens } = planHome(city, { size: desktop, padding, phone: false });
    expect(smallZones(city, camera.zoom).map((zone) => zone.id)).toEqual(["town"]);
    expect(lens?.focus.zones).toEqual(["town"]);
    expect(lens?.times).toBeGreaterThanOrEqual(2);
    expect(lens?.times).toBeLessThanOrEqual(3);
  });

  test("shows in its circle what the ring holds", () => {
    const { camera, lens } = planHome(city, { size: desktop, padding, phone: false });
    if (!lens) throw new Error("no lens");
    const ring = ringOf(lens, { ...desktop, camera });
    expect(ring.radius * lens.times).toBeCloseTo(lens.radius, 6);
    expect(lensCamera(lens, camera).zoom - camera.zoom).toBeCloseTo(Math.log2(lens.times), 9);
    expect(Math.hypot(ring.center[0] - lens.at[0], ring.center[1] - lens.at[1])).toBeGreaterThan(lens.radius);
  });

  test("is not needed when every zone can be read, nor wanted on a phone", () => {
    expect(planHome(zoneShapes(big, "it"), { size: desktop, padding, phone: false }).lens).toBeNull();
    expect(planHome(city, { size: { width: 390, height: 380 }, padding, phone: true }).lens).toBeNull();
    expect(planHome(city, { size: desktop, padding, phone: true }).lens).toBeNull();
  });

  test("on a phone gives way to a nearer first view", () => {
    const size = { width: 390, height: 380 };
    const near = planHome(city, { size, padding, phone: true }).camera.zoom;
    const all = planHome(zoneShapes(big, "it"), { size, padding, phone: true }).camera.zoom;
    expect(near).toBeGreaterThan(all + 1);
  });

  test("is tied by lines that touch both circles without crossing them", () => {
    const [a, b] = [
      { center: [100, 100] as [number, number], radius: 20 },
      { center: [400, 300] as [number, number], radius: 90 },
    ];
    for (const [from, to] of tangents(a, b)) {
      const along = [to[0] - from[0], to[1] - from[1]] as const;
      const dot = (c: [number, number], at: [number, number]) =>
        along[0] * (at[0] - c[0]) + along[1] * (at[1] - c[1]);
      expect(dot(a.center, from)).toBeCloseTo(0, 6);
      expect(dot(b.center, to)).toBeCloseTo(0, 6);
    }
  });

  test("begins at 28 pixels", () => expect(SMALL).toBe(28));
});

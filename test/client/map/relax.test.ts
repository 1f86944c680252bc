import { describe, expect, test } from "vitest";
import { type Box, relax } from "../../../client/map/relax.ts";

const box = (x: number, y: number): Box => ({ x, y, width: 80, height: 40 });
const overlap = (a: Box, b: Box) =>
  Math.abs(a.x - b.x) < (a.width + b.width) / 2 && Math.abs(a.y - b.y) < (a.height + b.height) / 2;
const clashes = (boxes: readonly Box[]) =>
  boxes.flatMap((a, i) => boxes.slice(i + 1).filter((b) => overlap(a, b))).length;

describe("labels that are pushed apart", () => {
  test("stay where they are when nothing touches", () => {
    const boxes = [box(0, 0), box(200, 0), box(0, 200)];
    expect(relax(boxes)).toEqual(boxes);
  });

  test("end without overlap, even when all begin in one place", () => {
    expect(clashes(relax(Array.from({ length: 12 }, () => box(300, 300))))).toBe(0);
  });

  test("come out the same every time, and the boxes given are not touched", () => {
    const boxes = Object.freeze([box(0, 0), box(10, 5), box(30, -8)].map((b) => Object.freeze(b)));
    expect(relax(boxes)).toEqual(relax(boxes));
  });

  test("go round what is fixed and stay inside the frame", () => {
    const lens: Box = { x: 160, y: 100, width: 120, height: 120, fixed: true };
    const frame = { left: 0, top: 0, right: 400, bottom: 300 };
    const [fixed, a, b] = relax([lens, box(150, 90), box(390, 290)], frame);
    expect(fixed).toEqual(lens);
    expect(a && overlap(a, lens)).toBe(false);
    expect(b).toMatchObject({ x: 360, y: 280 });
  });
});

import { expect, test } from "vitest";
import { cellsIn, valuesOf } from "./city.ts";
import { asked, balancedExact, clamp, type Leaf, NEEDS, SLOTS, truths, ZONES } from "./cube.ts";

const SEEDS = [11, 12, 13, 14, 15];
type Published = Map<string, number | null>;

const leafName = ({ zone, slot, need }: Leaf) => `2026-Q2 zone×slot×need ${zone} ${slot} ${need}`;

/** The three families of parent and children in a cube. */
function families(leaves: Leaf[]): { parent: string; children: Leaf[] }[] {
  const by = (parent: string, test: (leaf: Leaf) => boolean) => ({
    parent: `2026-Q2 ${parent}`,
    children: leaves.filter(test),
  });
  return [
    ...ZONES.flatMap((z) =>
      SLOTS.map((s) => by(`zone×slot ${z} ${s}`, ({ zone, slot }) => zone === z && slot === s)),
    ),
    ...ZONES.flatMap((z) =>
      NEEDS.map((n) => by(`zone×need ${z} ${n}`, ({ zone, need }) => zone === z && need === n)),
    ),
    ...SLOTS.flatMap((s) =>
      NEEDS.map((n) => by(`slot×need ${s} ${n}`, ({ slot, need }) => slot === s && need === n)),
    ),
  ];
}

/** A06: where all children but one are shown, the hidden one is guessed as parent − the others. */
function subtract(published: Published, leaves: Leaf[]) {
  return families(leaves).flatMap(({ parent, children }) => {
    const hidden = children.filter((leaf) => (published.get(leafName(leaf)) ?? null) === null);
    const [target] = hidden;
    const total = published.get(parent) ?? null;
    if (hidden.length !== 1 || !target || total === null || target.n > 2) return [];
    const shown = children.reduce((sum, leaf) => sum + (published.get(leafName(leaf)) ?? 0), 0);
    return [{ truth: target.n, guess: clamp(total - shown) }];
  });
}

/** A weak gate, so that the attack can be seen to work: exact counts, under five withheld. */
function plainThreshold(leaves: Leaf[]): Published {
  const cells = [
    ...leaves.map((leaf) => [leafName(leaf), leaf.n] as const),
    ...families(leaves).map(
      ({ parent, children }) => [parent, children.reduce((sum, { n }) => sum + n, 0)] as const,
    ),
  ];
  return new Map(cells.map(([name, n]) => [name, n < 5 ? null : n]));
}

test("A06: parent minus shown children is right at most half of the time, and always against a plain threshold", async () => {
  const strong = [];
  const weak = [];
  for (const seed of SEEDS) {
    const leaves = truths(seed);
    const published = await asked(leaves, seed, async (open) => valuesOf(await cellsIn(open)));
    strong.push(...subtract(published, leaves));
    weak.push(...subtract(plainThreshold(leaves), leaves));
  }
  expect(strong.length).toBeGreaterThan(80);
  expect(balancedExact(strong)).toBeLessThanOrEqual(0.5);
  expect(balancedExact(weak)).toBe(1);
});

test("A08: a parent with nothing but one child shows the same number no more often than chance", async () => {
  let [pairs, equal, otherPairs, otherEqual] = [0, 0, 0, 0];
  for (const seed of SEEDS) {
    const leaves = truths(seed).map((leaf) => ({
      ...leaf,
      n: leaf.need === "n0" ? leaf.n + 12 : leaf.need === "n1" ? leaf.n % 2 : 0,
    }));
    const published = await asked(leaves, seed, async (open) => valuesOf(await cellsIn(open)));
    for (const leaf of leaves.filter(({ need }) => need === "n0")) {
      const empty =
        leaves.find((one) => one.need === "n1" && one.zone === leaf.zone && one.slot === leaf.slot)?.n === 0;
      const same =
        published.get(leafName(leaf)) === published.get(`2026-Q2 zone×slot ${leaf.zone} ${leaf.slot}`);
      if (empty) [pairs, equal] = [pairs + 1, equal + Number(same)];
      else [otherPairs, otherEqual] = [otherPairs + 1, otherEqual + Number(same)];
    }
  }
  expect(Math.min(pairs, otherPairs)).toBeGreaterThan(40);
  expect(equal / pairs).toBeLessThan(0.35);
  // Bayes with even odds: how sure "equal" makes a reader that the remainder is empty.
  const sure = equal / pairs / (equal / pairs + otherEqual / otherPairs);
  expect(sure).toBeLessThan(0.75);
});

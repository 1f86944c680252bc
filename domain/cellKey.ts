import type { Perturbation } from "./network.ts";

/** One line of a perturbation table: change `v` has probability `p`; `ub` is the sum of `p` up to and with this line. */
type PerturbationLine = { v: number; p: number; ub: number };

/** Rows by true count n = 0 … D; counts above D use row D. */
export type PerturbationTable = readonly (readonly PerturbationLine[])[];

/**
 * The perturbation table of the cell-key method. Row n holds the changes v with |v| ≤ D and n + v ≥ 0, with the
 * probabilities of greatest entropy among those with mean 0, variance at most V, and not falling from the lowest
 * change up to v = 0. Row 0 never changes. Where the variance of greatest entropy stays below V (n = 1, 2 for
 * D = 6, V = 4) the bound V does not bind. Probabilities are rounded to 8 decimals, so that every machine reads
 * the same table.
 * @throws RangeError when D is no positive integer or V not positive
 * @see R package ptable 1.0.0, create_cnt_ptable (optim = 1, mono = TRUE, js = 0); Giessing 2016, PSD, LNCS 9867
 */
export function perturbationTable({ D, V }: Pick<Perturbation, "D" | "V">): PerturbationTable {
  if (!Number.isInteger(D) || D < 1) throw new RangeError(`D: ${D} (expected a positive integer)`);
  if (!(V > 0)) throw new RangeError(`V: ${V} (expected a positive variance)`);
  const rows = Array.from({ length: D }, (_, i) => lines(D, V, i + 1));
  return [[{ v: 0, p: 1, ub: 1 }], ...rows];
}

/**
 * The change of a true count: the first line of its row whose upper bound lies above the cell key.
 * @param u cell key in [0, 1)
 * @throws RangeError when n is no count or u not in [0, 1)
 */
export function perturbation(table: PerturbationTable, n: number, u: number): number {
  if (!Number.isInteger(n) || n < 0) throw new RangeError(`count: ${n}`);
  if (!(u >= 0 && u < 1)) throw new RangeError(`cell key: ${u} (expected 0 ≤ u < 1)`);
  const line = table[Math.min(n, table.length - 1)]?.find(({ ub }) => u < ub);
  if (!line) throw new RangeError(`no line for count ${n}, cell key ${u}`);
  return line.v;
}

/**
 * What a keyed digest is made of: the cell's canonical id and its content (ks: sum of the record keys mod 2^64), so
 * that equal content in one cell gives one number for ever, and equal content in two cells gives two.
 */
export function cellMessage(id: string, ks: bigint, n: number): string {
  return `${id}|${ks}|${n}`;
}

/**
 * Cell key in [0, 1) from the first 52 bits of a digest.
 * @param digest hexadecimal, at least 13 digits
 * @throws RangeError when it is not
 */
export function cellKey(digest: string): number {
  if (!/^[0-9a-f]{13}/.test(digest)) throw new RangeError("digest: expected at least 13 hexadecimal digits");
  return Number.parseInt(digest.slice(0, 13), 16) / 2 ** 52;
}

/**
 * The published value of a cell, or null: withheld. Counts up to `floor` are withheld whatever the key says, so that
 * 0, 1 and 2 are one answer; so are published values under `threshold`.
 * @see methods C4, "P"
 */
export function publishedValue(
  n: number,
  u: number,
  rule: { table: PerturbationTable; floor: number; threshold: number },
): number | null {
  if (n <= rule.floor) return null;
  const m = n + perturbation(rule.table, n, u);
  return m < rule.threshold ? null : m;
}

function lines(D: number, V: number, n: number): PerturbationLine[] {
  const changes = Array.from({ length: Math.min(n, D) + D + 1 }, (_, i) => i - Math.min(n, D));
  const rounded = greatestEntropy(changes, V).map((p) => Math.round(p * 1e8) / 1e8);
  let sum = 0;
  return changes.map((v, i) => {
    const p = rounded[i] ?? 0;
    sum = Math.round((sum + p) * 1e8) / 1e8;
    return { v, p, ub: i === changes.length - 1 ? 1 : sum };
  });
}

/** The dual problem: log p is linear (a) and quadratic (b ≤ 0) in v, made not falling up to v = 0; mean rises with a, variance with b. */
function greatestEntropy(changes: number[], V: number): number[] {
  const centred = (b: number) => {
    const at = (a: number) => distribution(changes, a, b);
    return at(root(-60, 60, (a) => moment(changes, at(a), 1)));
  };
  const widest = centred(0);
  if (moment(changes, widest, 2) <= V) return widest;
  return centred(root(-60, 0, (b) => moment(changes, centred(b), 2) - V));
}

function distribution(changes: number[], a: number, b: number): number[] {
  const scores = notFallingUpToZero(
    changes,
    changes.map((v) => a * v + b * v * v),
  );
  const top = Math.max(...scores);
  const weights = scores.map((score) => Math.exp(score - top));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return weights.map((weight) => weight / total);
}

/** Pool adjacent violators: neighbours that fall are replaced by their mean (of log p). */
function notFallingUpToZero(changes: number[], scores: number[]): number[] {
  const left = changes.filter((v) => v <= 0).length;
  const blocks: { mean: number; size: number }[] = [];
  for (const score of scores.slice(0, left)) {
    let block = { mean: score, size: 1 };
    for (let last = blocks.at(-1); last && last.mean > block.mean; last = blocks.at(-1)) {
      const size = last.size + block.size;
      block = { mean: (last.mean * last.size + block.mean * block.size) / size, size };
      blocks.pop();
    }
    blocks.push(block);
  }
  return [...blocks.flatMap(({ mean, size }) => Array<number>(size).fill(mean)), ...scores.slice(left)];
}

function moment(changes: number[], p: number[], power: number): number {
  return changes.reduce((sum, v, i) => sum + v ** power * (p[i] ?? 0), 0);
}

/** Where a rising function crosses 0, by halving. */
function root(low: number, high: number, f: (x: number) => number): number {
  let [a, b] = [low, high];
  for (let i = 0; i < 80; i++) {
    const middle = (a + b) / 2;
    if (f(middle) > 0) b = middle;
    else a = middle;
  }
  return (a + b) / 2;
}

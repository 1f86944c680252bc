/**
 * q-values of Benjamini and Hochberg: the share of false findings to expect among all tests with a q no greater. `null`
 * (not tested) stays `null` and does not count. In the order of the input.
 * @throws RangeError when a p is not in [0, 1]
 * @see R p.adjust(method = "BH"); Benjamini & Hochberg 1995
 */
export function benjaminiHochberg(p: readonly (number | null)[]): (number | null)[] {
  return stepUp(p, 1);
}

/**
 * q-values of Benjamini and Yekutieli: as Benjamini and Hochberg, stricter by 1 + 1/2 + … + 1/m, for tests that depend on
 * each other in any way.
 * @throws RangeError when a p is not in [0, 1]
 * @see R p.adjust(method = "BY"); Benjamini & Yekutieli 2001
 */
export function benjaminiYekutieli(p: readonly (number | null)[]): (number | null)[] {
  const tests = p.filter((value) => value !== null).length;
  return stepUp(
    p,
    Array.from({ length: tests }, (_, i) => 1 / (i + 1)).reduce((sum, part) => sum + part, 0),
  );
}

function stepUp(p: readonly (number | null)[], penalty: number): (number | null)[] {
  const tested = p.flatMap((value, i) => (value === null ? [] : [{ i, p: checked(value) }]));
  const q: (number | null)[] = p.map(() => null);
  let smallest = 1;
  for (const [rank, test] of [...tested.sort((a, b) => a.p - b.p).entries()].reverse()) {
    smallest = Math.min(smallest, (test.p * tested.length * penalty) / (rank + 1));
    q[test.i] = smallest;
  }
  return q;
}

function checked(p: number): number {
  if (!(p >= 0 && p <= 1)) throw new RangeError(`p: ${p} (expected 0 … 1)`);
  return p;
}

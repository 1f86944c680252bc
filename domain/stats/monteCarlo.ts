/**
 * p of each of `found` statistics, the greatest first, among replicates: a replicate tells the place of the first statistic
 * it reaches (`found` for none), and so reaches all after it. p = (1 + reaching) / (1 + replicates). With `stopAt` the
 * replicates end as soon as so many have reached the first, and p = reaching / replicates drawn.
 * @see Besag & Clifford 1991
 */
export function monteCarlo(
  found: number,
  { replicates, stopAt = 0 }: { replicates: number; stopAt?: number },
  replicate: () => number,
): number[] {
  const reached = new Array<number>(found).fill(0);
  let drawn = 0;
  while (found > 0 && drawn < replicates) {
    drawn++;
    const level = replicate();
    for (let i = level; i < found; i++) reached[i] = (reached[i] ?? 0) + 1;
    if (stopAt > 0 && reached[0] === stopAt) return reached.map((times) => times / drawn);
  }
  return reached.map((times) => (1 + times) / (1 + replicates));
}

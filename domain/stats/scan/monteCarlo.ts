/**
 * p of each of `found` statistics, the greatest first, among replicates: a replicate tells the place of the first statistic
 * it reaches (`found` for none), and so reaches all after it. p = (1 + reaching) / (1 + drawn). With `stopAt` (0: never) no
 * more are drawn once so many have reached the first.
 * @see Besag & Clifford 1991, whose p after a stop, reaching / drawn, is a little less
 */
export function monteCarlo(
  found: number,
  { replicates, stopAt = 0 }: { replicates: number; stopAt?: number },
  replicate: () => number,
): number[] {
  const reached = new Array<number>(found).fill(0);
  let drawn = 0;
  while (found > 0 && drawn < replicates && (stopAt === 0 || reached[0] !== stopAt)) {
    drawn++;
    for (let i = replicate(); i < found; i++) reached[i] = (reached[i] ?? 0) + 1;
  }
  return reached.map((times) => (1 + times) / (1 + drawn));
}

const counters = 65_536;
const share = 0.03;
const fewest = 20;

/**
 * Points that return more often than chance, in bounded memory (Misra and Gries 1982): exact up to 65,536 distinct points, beyond
 * that a lower bound that misses less than one row in 65,536.
 */
export class RepeatedPoints {
  private readonly counts = new Map<string, number>();
  private total = 0;
  private exact = true;

  see(point: string): void {
    this.total += 1;
    const count = this.counts.get(point);
    if (count !== undefined) this.counts.set(point, count + 1);
    else if (this.counts.size < counters) this.counts.set(point, 1);
    else this.makeRoom();
  }

  /** How often points return that have more than 3 % of the rows (and at least 20 rows), commonest first. */
  found(): { count: number; exact: boolean }[] {
    return [...this.counts]
      .filter(([, count]) => count > share * this.total && count >= fewest)
      .sort((a, b) => b[1] - a[1])
      .map(([, count]) => ({ count, exact: this.exact }));
  }

  private makeRoom(): void {
    this.exact = false;
    for (const [point, count] of this.counts) {
      if (count === 1) this.counts.delete(point);
      else this.counts.set(point, count - 1);
    }
  }
}

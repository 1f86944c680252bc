/** How long something is held, how many are at most, and the clock. */
type Bounds = { minutes: number; most: number; now: () => number };

/** What is held in memory for a while, each taken once; the oldest is let go when there are too many. */
export function heldFor<T>({ minutes, most, now }: Bounds) {
  const held = new Map<string, { what: T; until: number }>();
  return {
    hold: (key: string, what: T): void => {
      const oldest = [...held].slice(0, Math.max(0, held.size + 1 - most)).map(([one]) => one);
      const over = [...held].filter(([, { until }]) => until <= now()).map(([one]) => one);
      for (const one of [...oldest, ...over]) held.delete(one);
      held.set(key, { what, until: now() + minutes * 60_000 });
    },
    take: (key: string): T | null => {
      const found = held.get(key);
      held.delete(key);
      return found && found.until > now() ? found.what : null;
    },
  };
}

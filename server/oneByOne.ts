/** A way to do one thing at a time: each begins when the one before is over, whatever became of it. */
export function oneByOne(): InTurn {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const next = last.then(work);
    last = next.catch(() => undefined);
    return next;
  };
}

export type InTurn = <T>(work: () => Promise<T>) => Promise<T>;

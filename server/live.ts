import type { Sources } from "./sources.ts";

type Bound<E> = (request: Request, env?: E) => Response | Promise<Response>;

/**
 * The app of the sources in force. While `exchange` works, new requests wait; those under way are let finish first, but
 * for those that change something, one of which may be what asked for the exchange.
 */
export function live<E>(make: (sources: Sources) => Bound<E>, first: Sources) {
  let answer = make(first);
  let exchanging: Promise<void> | null = null;
  const busy = new Set<Promise<unknown>>();
  return {
    fetch: async (request: Request, env?: E): Promise<Response> => {
      while (exchanging) await exchanging;
      const answered = Promise.resolve(answer(request, env));
      if (request.method !== "GET") return answered;
      const done = answered.catch(() => undefined);
      busy.add(done);
      void done.then(() => busy.delete(done));
      return answered;
    },
    exchange: async (work: () => Promise<Sources>): Promise<void> => {
      let opened: () => void = () => undefined;
      exchanging = new Promise((open) => {
        opened = open;
      });
      try {
        await Promise.race([Promise.all(busy), new Promise((late) => setTimeout(late, PATIENCE).unref())]);
        answer = make(await work());
      } finally {
        exchanging = null;
        opened();
      }
    },
  };
}

/** Milliseconds a request under way may take before it is answered by half-old, half-new tables. */
const PATIENCE = 5000;

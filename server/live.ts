import type { Sources } from "./sources.ts";

type Bound<E> = (request: Request, env?: E) => Response | Promise<Response>;

/**
 * The app of the sources in force. While `exchange` works, new requests wait; those under way are let finish first, but
 * for those that change something, one of which may be what asked for the exchange.
 */
export function live<E>(make: (sources: Sources) => Bound<E>, first: Sources) {
  let answer = make(first);
  let exchanging: Promise<void> | null = null;
  const underWay = new Map<Promise<unknown>, Request["method"]>();
  const over = (which: (method: Request["method"]) => boolean): Promise<unknown> => {
    const awaited = [...underWay].filter(([, method]) => which(method)).map(([answered]) => answered);
    return Promise.race([Promise.all(awaited), new Promise((late) => setTimeout(late, PATIENCE).unref())]);
  };
  return {
    fetch: async (request: Request, env?: E): Promise<Response> => {
      while (exchanging) await exchanging;
      const answered = Promise.resolve(answer(request, env));
      const done = answered.catch(() => undefined);
      underWay.set(done, request.method);
      void done.then(() => underWay.delete(done));
      return answered;
    },
    /** Once no request is under way any more, whether its asker still waits for it or not. */
    quiet: async (): Promise<void> => {
      await over(() => true);
    },
    exchange: async (work: () => Promise<Sources>): Promise<void> => {
      let opened: () => void = () => undefined;
      exchanging = new Promise((open) => {
        opened = open;
      });
      try {
        await over((method) => method === "GET");
        answer = make(await work());
      } finally {
        exchanging = null;
        opened();
      }
    },
  };
}

/** Milliseconds a request under way may take before it is answered by half-old, half-new tables, or by closed ones. */
const PATIENCE = 5000;

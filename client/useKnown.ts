import { useEffect, useMemo, useRef, useSyncExternalStore } from "react";
import type { Problem } from "./answered.ts";
import { type Answer, type AnswerOf, questions, useAnswer } from "./api.ts";

/** What the network is: it changes only when another edition of it is published. */
export type Known = {
  network: AnswerOf<ReturnType<typeof questions.network>>;
  zones: AnswerOf<ReturnType<typeof questions.zones>>;
  services: AnswerOf<ReturnType<typeof questions.services>>;
  needs: AnswerOf<ReturnType<typeof questions.needs>>;
  schedules: AnswerOf<ReturnType<typeof questions.schedules>>;
};

export type KnownAnswer = { known: Known | null; problem: Problem | null; retry: () => void };

let editions = 0;
const listeners = new Set<() => void>();

/** The network is another by now: what is known of it is asked for again. */
export function askAgain(): void {
  editions++;
  for (const listener of listeners) listener();
}

/** The network of today, or of a period that was counted in another one; `undefined` asks nothing. */
export function useKnown(period: string | null | undefined): KnownAnswer {
  const of = <Q>(question: (period: string | null) => Q): Q | null =>
    period === undefined ? null : question(period);
  const network = useAnswer(of(questions.network));
  const zones = useAnswer(of(questions.zones));
  const services = useAnswer(of(questions.services));
  const needs = useAnswer(of(questions.needs));
  const schedules = useAnswer(of(questions.schedules));
  const all: Answer<unknown>[] = [network, zones, services, needs, schedules];
  const current = all.every((answer) => answer.current);
  const known = useMemo(
    () =>
      network.data && zones.data && services.data && needs.data && schedules.data && current
        ? {
            network: network.data,
            zones: zones.data,
            services: services.data,
            needs: needs.data,
            schedules: schedules.data,
          }
        : null,
    [network.data, zones.data, services.data, needs.data, schedules.data, current],
  );
  useAskedAgain(all);
  const failed = all.filter(({ problem }) => problem !== null);
  return {
    known,
    problem: failed[0]?.problem ?? null,
    retry: () => {
      for (const answer of failed) answer.retry();
    },
  };
}

function useAskedAgain(answers: readonly Answer<unknown>[]): void {
  const edition = useSyncExternalStore(subscribe, () => editions);
  const asked = useRef(edition);
  useEffect(() => {
    if (asked.current === edition) return;
    asked.current = edition;
    for (const answer of answers) answer.retry();
  });
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

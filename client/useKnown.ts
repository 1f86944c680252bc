import { useEffect, useMemo, useRef, useSyncExternalStore } from "react";
import type { Problem } from "./answered.ts";
import { type Answer, type AnswerOf, questions, useAnswer } from "./api.ts";

/** What the network is: it changes only when another edition of it is published. */
export type Known = {
  network: AnswerOf<typeof questions.network>;
  zones: AnswerOf<typeof questions.zones>;
  services: AnswerOf<typeof questions.services>;
  needs: AnswerOf<typeof questions.needs>;
  schedules: AnswerOf<typeof questions.schedules>;
};

export type KnownAnswer = { known: Known | null; problem: Problem | null; retry: () => void };

let editions = 0;
const listeners = new Set<() => void>();

/** The network is another by now: what is known of it is asked for again. */
export function askAgain(): void {
  editions++;
  for (const listener of listeners) listener();
}

export function useKnown(): KnownAnswer {
  const network = useAnswer(questions.network);
  const zones = useAnswer(questions.zones);
  const services = useAnswer(questions.services);
  const needs = useAnswer(questions.needs);
  const schedules = useAnswer(questions.schedules);
  const known = useMemo(
    () =>
      network.data && zones.data && services.data && needs.data && schedules.data
        ? {
            network: network.data,
            zones: zones.data,
            services: services.data,
            needs: needs.data,
            schedules: schedules.data,
          }
        : null,
    [network.data, zones.data, services.data, needs.data, schedules.data],
  );
  const all: Answer<unknown>[] = [network, zones, services, needs, schedules];
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

import { hc } from "hono/client";
import { useCallback, useEffect, useState } from "react";
import type { NeedQuestion } from "../domain/published.ts";
import type { Api } from "../server/app.ts";
import { type Asking, answer, type Problem, problemOf } from "./answered.ts";

export const { api } = hc<Api>("/");
const known = new Map<string, Question<unknown>>();

/** What can be asked; two questions with the same key are the same question. */
export type Question<T> = { key: string; ask: (signal: AbortSignal) => Promise<T> };

/** The last good answer with what became of the newest question. */
export type Answer<T> = {
  data: T | null;
  /** `data` answers the question that stands, not an earlier one. */
  current: boolean;
  problem: Problem | null;
  retry: () => void;
};

export type AnswerOf<Q> = Q extends Question<infer T> ? T : never;

/** Where to ask why: the figure's dimensions, one need or one group. */
export type Why = Omit<NeedQuestion, "needs"> & { need?: string | undefined };

/** Two sets of hours, by slot, over a period; or the hours of `a` in it and in one before. No needs = all of them. */
export type Compare = {
  period: string;
  before: string | null;
  a: readonly string[];
  b: readonly string[];
  needs: readonly string[];
  /** Also tells this zone need by need. */
  zone: string | null;
};

/** Hours to give, in what shifts, when (segments, none = any hour), by whom (none = anybody), and what may move. */
export type AdviceAsked = {
  period: string;
  hours: number;
  shortest: number;
  longest: number;
  services: readonly string[];
  needs: readonly string[];
  allowed: string;
  move: string;
};

export const questions = {
  network: asOf("network", (query, init) => api.network.$get({ query }, { init })),
  zones: asOf("zones", (query, init) => api.zones.$get({ query }, { init })),
  services: asOf("services", (query, init) => api.services.$get({ query }, { init })),
  needs: asOf("needs", (query, init) => api.needs.$get({ query }, { init })),
  schedules: asOf("schedules", (query, init) => api.schedules.$get({ query }, { init })),
  coverage: each("coverage", (period: string, init) => api.coverage.$get({ query: { period } }, { init })),
  cells: each("cells", (period: string, init) => api.cells.$get({ query: { period } }, { init })),
  compare: (asked: Compare) =>
    remember(`compare ${JSON.stringify(asked)}`, (init) =>
      api.compare.$get({ query: { period: asked.period, ...compareQuery(asked) } }, { init }),
    ),
  advice: ({ hours, shortest, longest, services, needs, ...rest }: AdviceAsked) => {
    const query = {
      ...rest,
      hours: String(hours),
      shortest: String(shortest),
      longest: String(longest),
      services: services.join(),
      needs: needs.join(),
    };
    return remember(`advice ${JSON.stringify(query)}`, (init) => api.advice.$get({ query }, { init }));
  },
  emerging: (epoch: string | null) =>
    remember(`emerging ${epoch}`, (init) =>
      api.emerging.$get({ query: epoch === null ? {} : { epoch } }, { init }),
    ),
  sessions: once("sessions", (init) => api.sessions.$get({}, { init })),
  users: once("users", (init) => api.users.$get({}, { init })),
  /** The record before an entry; null: its newest entries. Of a kind and of a part of a login, where not empty. */
  audit: (before: number | null, { login, kind }: Record<"login" | "kind", string>) => {
    const query = { ...(before === null ? {} : { before: String(before) }), login, kind };
    return remember(`audit ${JSON.stringify(query)}`, (init) => api.audit.$get({ query }, { init }));
  },
  why: (period: string, figure: Why) =>
    remember(`why ${period} ${JSON.stringify(figure)}`, (init) =>
      api.why.$get({ query: { period, ...defined(figure) } }, { init }),
    ),
};

/** Asks only when the question changed, lets go of the one before, and keeps the last good answer when one fails. */
export function useAnswer<T>(question: Question<T> | null): Answer<T> {
  const [kept, keep] = useState<{ key: string | null; data: T | null }>({ key: null, data: null });
  const [failed, fail] = useState<{ key: string; problem: Problem } | null>(null);
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    if (!question) return;
    const controller = new AbortController();
    const { key } = question;
    question.ask(controller.signal).then(
      (data) => {
        if (controller.signal.aborted) return;
        keep({ key, data });
        fail(null);
      },
      (error: unknown) => {
        if (!controller.signal.aborted) fail({ key, problem: problemOf(error) });
      },
    );
    return () => controller.abort(attempt);
  }, [question, attempt]);
  const retry = useCallback(() => {
    fail(null);
    setAttempt((count) => count + 1);
  }, []);
  const current = question !== null && kept.key === question.key;
  return {
    data: kept.data,
    current,
    problem: failed?.key === question?.key ? (failed?.problem ?? null) : null,
    retry,
  };
}

/** Lets go of what was asked: somebody else may sit down here. */
export const forget = (): void => known.clear();

/** The same question is the same object, so that React sees when it changed. */
function remember<T>(key: string, asking: Asking<T>): Question<T> {
  const before = known.get(key);
  if (before) return before as Question<T>;
  const question: Question<T> = { key, ask: (signal) => answer(asking, { signal }) };
  known.set(key, question);
  return question;
}

function once<T>(key: string, asking: Asking<T>): Question<T> {
  return remember(key, asking);
}

/** What the network is today (`null`), or was when it counted a period. */
function asOf<T>(
  name: string,
  asking: (query: { period?: string }, init: RequestInit) => ReturnType<Asking<T>>,
) {
  return (period: string | null) =>
    remember(`${name} as of ${period}`, (init) => asking(period === null ? {} : { period }, init));
}

function each<T>(name: string, asking: (period: string, init: RequestInit) => ReturnType<Asking<T>>) {
  return (period: string) => remember(`${name} ${period}`, (init) => asking(period, init));
}

const compareQuery = ({ before, a, b, needs, zone }: Compare) =>
  defined({
    a: a.join(),
    b: before === null ? b.join() : undefined,
    before: before ?? undefined,
    needs: needs.length > 0 ? needs.join() : undefined,
    zone: zone ?? undefined,
  });

const defined = <T extends object>(figure: T) =>
  Object.fromEntries(Object.entries(figure).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>;
  };

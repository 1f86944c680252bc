import { useEffect, useMemo } from "react";
import type { News } from "../domain/emerging/reading.ts";
import type { Problem } from "./answered.ts";
import { questions, useAnswer } from "./api.ts";
import type { EmergingAnswer, Listed } from "./emergingAnswer.ts";
import type { Screen } from "./useScreen.ts";

/** What grows, at the chosen close and of the chosen needs; nothing while loading. */
export type Emerging = {
  answer: EmergingAnswer | null;
  /** Findings of the whole network, told once, and those of zones, numbered, the surest first. */
  city: readonly Listed[];
  findings: readonly Listed[];
  /** Of either, the one looked at. */
  chosen: Listed | null;
  news: readonly News[];
  busy: boolean;
  /** What is shown is of an earlier choice, because the newest has failed. */
  stale: boolean;
  problem: Problem | null;
  retry: () => void;
};

const AGAIN = 2000;

export function useEmerging({ view }: Pick<Screen, "view">): Emerging {
  const { data, current, problem, retry } = useAnswer(questions.emerging(view.epoch));
  const pending = data?.pending ?? null;
  // Closes are read one after the other; while some still wait, what there is is asked for again.
  useEffect(() => {
    if (pending === null || problem !== null) return;
    const timer = setTimeout(retry, AGAIN);
    return () => clearTimeout(timer);
  }, [pending, problem, retry]);
  const { needs, finding } = view;
  const listed = useMemo(() => listFindings(data, needs), [data, needs]);
  const all = [...listed.city, ...listed.findings];
  return {
    answer: data,
    ...listed,
    chosen: all.find((one) => one.finding.id === finding) ?? null,
    busy: !current && problem === null,
    stale: !current && data !== null && problem !== null,
    problem,
    retry,
  };
}

/** What a reading found of some needs (none chosen = all of them). */
export function listFindings(
  answer: Pick<EmergingAnswer, "findings" | "news"> | null,
  needs: readonly string[],
): Pick<Emerging, "city" | "findings" | "news"> {
  const asked = ({ need }: { need: string }) => needs.length === 0 || needs.includes(need);
  const news = answer?.news.filter((one) => asked(one.finding)) ?? [];
  const changes = new Map(news.map(({ change, finding }) => [finding.id, change]));
  const found = (answer?.findings ?? [])
    .filter(asked)
    .map((finding) => ({ finding, change: changes.get(finding.id) ?? null }));
  const everywhere = ({ finding }: Pick<Listed, "finding">) => finding.zones.length === 0;
  return {
    city: found.filter(everywhere).map((one) => ({ ...one, number: null })),
    findings: found.filter((one) => !everywhere(one)).map((one, i) => ({ ...one, number: i + 1 })),
    news,
  };
}

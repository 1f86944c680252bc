import type { Finding, State } from "../../../domain/emerging/reading.ts";
import { capital, numeral } from "../../words.ts";
import type { Saying } from "./findingWords.ts";

/** The whole reading in a sentence or two: how many needs grew and how surely, then what of the rest. */
export function headline(
  { t }: Pick<Saying, "t">,
  findings: readonly Pick<Finding, "need" | "grade">[],
  states: readonly State[],
): string {
  const counts = needsByGrade(findings);
  const said = (["sure", "confirm", "slow"] as const).flatMap((word, i) => {
    const count = counts[i] ?? 0;
    return count > 0 ? [{ word, count, number: numeral(t, count) }] : [];
  });
  if (said.length === 0)
    return [t("emerge.head.none"), restOfNothing({ t }, states)].filter(Boolean).join(" ");
  const parts = said.map(({ word, ...of }, i) =>
    word === "sure" || i > 0
      ? t(`emerge.head.${word}`, of)
      : t(`emerge.head.${word === "confirm" ? "confirmFirst" : "slowFirst"}`, of),
  );
  const rest = restKey(states);
  return `${capital(parts.join(", "))}.${rest ? ` ${t(`emerge.head.${rest}`)}` : ""}`;
}

/** Needs that grew surely, to be confirmed, slowly; each counted once, where it is surest. */
function needsByGrade(findings: readonly Pick<Finding, "need" | "grade">[]): number[] {
  const told = new Set<string>();
  return (["confirmed", "to_confirm", "slow"] as const).map((grade) => {
    const needs = new Set(findings.filter((one) => one.grade === grade).map(({ need }) => need));
    const fresh = [...needs].filter((need) => !told.has(need));
    for (const need of fresh) told.add(need);
    return fresh.length;
  });
}

function restKey(states: readonly State[]): "norm" | "mixed" | "untold" | null {
  const norm = states.includes("norm");
  if (untoldIn(states) > 0) return norm ? "mixed" : "untold";
  return norm ? "norm" : null;
}

function restOfNothing({ t }: Pick<Saying, "t">, states: readonly State[]): string {
  const count = untoldIn(states);
  if (count === 0) return "";
  if (count === states.length) return t("emerge.head.noneUntold");
  return t("emerge.head.noneMixed", { count, of: states.length });
}

const untoldIn = (states: readonly State[]): number =>
  states.filter((state) => state === "few" || state === "unknown").length;

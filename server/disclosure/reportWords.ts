import type { CubeRule } from "../../domain/disclosure/cubeCell.ts";
import type { PeriodKind } from "../../domain/period.ts";

/** The words of the report, in one language. */
export type ReportWords = {
  title: string;
  intro: (network: string, version: string, date: string) => string;
  verdict: (failed: number) => string;
  scope: (quarter: string, draws: number) => string;
  results: string;
  head: readonly string[];
  outcome: Record<"true" | "false" | "null", string>;
  tested: string;
  cases: (tried: string) => string;
  atMost: string;
  atLeast: string;
  figures: Record<string, string>;
  attacks: Record<string, string>;
  views: string;
  viewsIntro: (least: string) => string;
  viewsHead: readonly string[];
  kinds: Record<PeriodKind, string>;
  yes: string;
  no: string;
  parameters: string;
  ordinary: string;
  sensitive: string;
  rule: (rule: Omit<CubeRule, "repeats">) => string;
  guarantees: string;
  guaranteed: readonly string[];
  notGuaranteed: readonly string[];
};

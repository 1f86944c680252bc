import type { AnswerOf, questions } from "../../../api.ts";

export type Trail = AnswerOf<ReturnType<typeof questions.audit>>;
export type Entry = Trail["entries"][number];

/** What is looked for: part of a login, and a kind of action (what stands before its dot). */
export type Sought = { login: string; kind: string };

export const KINDS = [
  "session",
  "account",
  "user",
  "draft",
  "network",
  "edition",
  "import",
  "period",
  "retention",
  "backup",
  "audit",
  "trail",
] as const;

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
  "trail",
] as const;

/** The entries that are looked for. */
export const found = (entries: readonly Entry[], { login, kind }: Sought): Entry[] =>
  entries.filter(
    (entry) =>
      entry.login.toLowerCase().includes(login.trim().toLowerCase()) &&
      (kind === "" || entry.action.startsWith(`${kind}.`)),
  );

import { localOf } from "../../../domain/civilTime.ts";
import type { View } from "../../address.ts";
import type { Problem } from "../../answered.ts";
import { useSignedIn } from "../../session.ts";
import type { Known } from "../../useKnown.ts";
import { useLang, useWords } from "../../useWords.ts";
import { useView } from "../../view.ts";
import type { Lang, Words } from "../../words.ts";
import type { Rows } from "../draft.ts";
import { type Draft, useDraft } from "../useDraft.ts";

/** Everything the parts of *Gestione* work with. */
export type Manage = {
  known: Known;
  view: View;
  draft: Draft;
  t: Words;
  lang: Lang;
  /** ISO date, in the network's time zone. */
  today: string;
};

/** The draft's rows, for parts that are shown only where there are any. */
export type Editing = Manage & { rows: Rows };

export const editing = (manage: Manage): Editing | null =>
  manage.draft.rows && { ...manage, rows: manage.draft.rows };

export function useManage(known: Known): {
  manage: Manage | null;
  problem: Problem | null;
  retry: () => void;
} {
  const { draft, problem, retry } = useDraft(useSignedIn()?.role === "coordinator");
  const { view } = useView();
  const { t } = useWords();
  const lang = useLang();
  const today = localOf(Date.now(), known.network.timezone).date;
  return { manage: draft && { known, view, draft, t, lang, today }, problem, retry };
}

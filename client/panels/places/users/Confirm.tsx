import { useState } from "react";
import type { Problem } from "../../../answered.ts";
import { useWords } from "../../../useWords.ts";
import { EntryProblem } from "../../entry/EntryProblem.tsx";

type Props = { why: string; act: string; go: () => Promise<Problem | null>; leave: () => void };

/** What would happen, and the same act once more. */
export function Confirm({ why, act, go, leave }: Props) {
  const { t } = useWords();
  const [busy, setBusy] = useState(false);
  const [problem, fail] = useState<Problem | null>(null);
  const send = async () => {
    if (busy) return;
    setBusy(true);
    const refused = await go();
    setBusy(false);
    fail(refused);
    if (!refused) leave();
  };
  return (
    <div className="confirm">
      <p>{why}</p>
      <EntryProblem problem={problem} />
      <p className="entry-choices">
        {/* biome-ignore lint/a11y/noAutofocus: it takes the place of the button that was pressed */}
        <button type="button" className="action" autoFocus aria-busy={busy} onClick={send}>
          {act}
        </button>
        <button type="button" className="link" onClick={leave}>
          {t("account.cancel")}
        </button>
      </p>
    </div>
  );
}

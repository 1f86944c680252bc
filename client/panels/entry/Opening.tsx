import type { ReactNode } from "react";
import { useWords } from "../../useWords.ts";
import "./entry.css";

/** Before it is known who is there: nothing of the network, not even its grey places. */
export function Opening({ children }: { children: ReactNode }) {
  const { t } = useWords();
  return (
    <main className="entry" aria-busy={!children}>
      <p className="hidden" role="status">
        {t("entry.waiting")}
      </p>
      {children}
    </main>
  );
}

import { useEffect, useState } from "react";
import { useWords } from "../../useWords.ts";

/** Nobody needs to hear of what is there before it is said. */
const MOMENT = 400;

/** Shows and says that figures are on their way, once they have taken longer than a moment. */
export function Waiting({ busy }: { busy: boolean }) {
  const { t } = useWords();
  const [late, setLate] = useState(false);
  useEffect(() => {
    if (!busy) return;
    const timer = setTimeout(() => setLate(true), MOMENT);
    return () => {
      clearTimeout(timer);
      setLate(false);
    };
  }, [busy]);
  return (
    <div className="waiting" role="status">
      {late && <p className="notice card">{t("state.loading")}</p>}
    </div>
  );
}

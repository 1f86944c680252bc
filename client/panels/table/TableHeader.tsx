import { Download, X } from "lucide-react";
import { useEffect, useRef } from "react";
import { useWords } from "../../useWords.ts";
import { setView } from "../../view.ts";

/** What a table that stands in place of the map says of itself: its title, which takes the focus, its file, the way back. */
export function TableHeader({ title, onExport }: { title: string; onExport: () => void }) {
  const { t } = useWords();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <header>
      <h2 id="table-title" tabIndex={-1} ref={heading}>
        {title}
      </h2>
      <button type="button" className="tool card" onClick={onExport}>
        <Download size={16} aria-hidden /> {t("tools.export")}
      </button>
      <button type="button" className="tool card" onClick={() => setView({ table: false })}>
        <X size={16} aria-hidden /> {t("tools.map")}
      </button>
    </header>
  );
}

import { Download, Table2 } from "lucide-react";
import { useWords } from "../../useWords.ts";
import { setView } from "../../view.ts";

/** The map as a table, and as a file. */
export function Tools({ onExport }: { onExport: () => void }) {
  const { t } = useWords();
  return (
    <div className="tools">
      <button type="button" className="tool card" onClick={() => setView({ table: true })}>
        <Table2 size={16} aria-hidden /> {t("tools.table")}
      </button>
      <button type="button" className="tool card" onClick={onExport}>
        <Download size={16} aria-hidden /> {t("tools.export")}
      </button>
    </div>
  );
}

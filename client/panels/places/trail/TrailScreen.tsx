import { Download } from "lucide-react";
import { useState } from "react";
import type { Known } from "../../../useKnown.ts";
import { useSettled } from "../../../useSettled.ts";
import { useWords } from "../../../useWords.ts";
import { Place } from "../Place.tsx";
import { RecordFilter } from "./RecordFilter.tsx";
import { RecordPage } from "./RecordPage.tsx";
import type { Sought } from "./seek.ts";
import "./record.css";

/** Who did what to which object, newest first; what was observed is never in it. */
export function TrailScreen({ known }: { known: Known }) {
  const { t } = useWords();
  const [sought, seek] = useState<Sought>({ login: "", kind: "" });
  const settled = useSettled(sought, 300);
  return (
    <Place known={known} screen="registro" wide>
      <p>{t("trail.lead")}</p>
      <div className="record-bar">
        <RecordFilter sought={sought} seek={seek} />
        <a className="link with-icon" href="/api/audit.csv" download>
          <Download size={16} aria-hidden /> {t("trail.csv")}
        </a>
      </div>
      <section className="card">
        <RecordPage sought={settled} before={null} timeZone={known.network.timezone} />
      </section>
    </Place>
  );
}

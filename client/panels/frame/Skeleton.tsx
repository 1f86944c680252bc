import { useWords } from "../../useWords.ts";
import { Eye } from "./Eye.tsx";
import "./header.css";
import "./screen.css";
import "./hand.css";

const BARS = Array.from({ length: 7 }, (_, day) => day);

/** The page before anything has arrived: its places, in grey. */
export function Skeleton() {
  const { t } = useWords();
  return (
    <div className="screen" aria-busy="true">
      <header className="header">
        <span className="brand">
          <Eye /> <strong>{t("app.name")}</strong>
        </span>
      </header>
      <main className="map-area">
        <p className="hidden" role="status">
          {t("app.loading")}
        </p>
      </main>
      <div className="panel" />
      <div className="strip-waiting">
        {BARS.map((day) => (
          <span key={day} />
        ))}
      </div>
    </div>
  );
}

import { Moon, Sun } from "lucide-react";
import type { ReactNode } from "react";
import { formats } from "../../format.ts";
import { useMedia } from "../../useMedia.ts";
import { useWords } from "../../useWords.ts";
import type { Night } from "./useNight.ts";

/** Five classes of need, the same on both maps. */
export function NeedLegend({ night }: { night: Night }) {
  const { t } = useWords();
  const { rate, count } = formats(night.telling.lang);
  return (
    <Fold>
      <p>
        <b>{t("night.need")}</b> {t("night.per10")}
      </p>
      <div className="ramp" data-ramp="need">
        {[0, 1, 2, 3, 4].map((level) => (
          <i key={level} data-need={level} />
        ))}
      </div>
      <div className="ramp-ticks">
        {night.breaks.map((limit, i) => (
          <span key={limit} style={{ left: `${(i + 1) * 20}%` }}>
            {Number.isInteger(limit) ? count(limit) : rate(limit)}
          </span>
        ))}
      </div>
      <p className="ramp-note">
        <i className="swatch" data-level="unknown" /> {t("night.untold")}
      </p>
    </Fold>
  );
}

/** Seven classes of the ratio: more of the first set, alike, more of the second. */
export function RatioLegend({ night }: { night: Night }) {
  const { t } = useWords();
  const { a, b, periods } = night.telling;
  const usual = a.name === t("night.day") && b.name === t("night.night");
  return (
    <Fold>
      <p className="ramp-ends">
        <span>
          {usual && <Sun size={14} aria-hidden />}{" "}
          {periods ? t("night.change.less.almost_certain") : t("night.moreOf", { when: a.brief })}
        </span>
        <span>
          {periods ? t("night.change.more.almost_certain") : t("night.moreOf", { when: b.brief })}{" "}
          {usual && <Moon size={14} aria-hidden />}
        </span>
      </p>
      <div className="ramp">
        {[0, 1, 2, 3, 4, 5, 6].map((step) => (
          <i key={step} data-ratio={step} />
        ))}
      </div>
      <div className="ramp-ticks">
        {["÷3", "÷2", t("night.even"), "×2", "×3"].map((tick, i) => (
          <span key={tick} style={{ left: `${[14.3, 28.6, 50, 71.4, 85.7][i]}%` }}>
            {tick}
          </span>
        ))}
      </div>
      <p className="ramp-note">
        <i className="swatch" data-ratio="3" /> {t("night.touches")}
      </p>
      <p className="ramp-note">
        <i className="swatch" data-ratio="5" data-unsure="true" /> {t("night.whispers")}
      </p>
    </Fold>
  );
}

/** Can be folded, to see the land beneath; begins so where maps are small. */
function Fold({ children }: { children: ReactNode }) {
  const { t } = useWords();
  const small = useMedia("(max-width: 1279px), (max-height: 759px)");
  return (
    <details key={String(small)} open={!small}>
      <summary>{t("night.legend")}</summary>
      {children}
    </details>
  );
}

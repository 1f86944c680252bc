import type { View } from "../../address.ts";
import type { Gaps } from "../../useGaps.ts";
import { useLang, useWords } from "../../useWords.ts";
import { LevelList, LevelListHead } from "../filters/LevelList.tsx";
import { GapKey } from "../strip/GapKey.tsx";
import { episodes, gapLevel } from "./gapWords.ts";

const LEVELS = ["gap", "uncertain", "fine", "unknown"] as const;
const CLASSES = [0, 1, 2, 3, 4];

/** The need ramp, sure and not, and what is known of how many zones; pressing a class dims the others. */
export function GapLegend({ gaps, view: { levels: chosen, zone } }: { gaps: Gaps; view: View }) {
  const { t } = useWords();
  const lang = useLang();
  return (
    <section className="legend gap-legend" aria-labelledby="gap-legend-title">
      <h2 id="gap-legend-title">{t("gaps.legend")}</h2>
      <p>{t("gaps.legendUnit")}</p>
      <div className="gap-ramps" aria-hidden="true">
        {(["sure", "maybe"] as const).map((how) => (
          <div key={how} className="gap-ramp" data-how={how}>
            <span>{t(`gaps.${how}`)}</span>
            {CLASSES.map((one) => (
              <i key={one} data-need={one} />
            ))}
          </div>
        ))}
        <div className="gap-breaks">
          {gaps.breaks.map((from) => (
            <span key={from}>{Number.isInteger(from) ? from : episodes(lang, from)}</span>
          ))}
        </div>
      </div>
      <h2 className="gap-count">
        <LevelListHead chosen={chosen} />
      </h2>
      <LevelList
        levels={LEVELS}
        chosen={chosen}
        held={gaps.zones.map(gapLevel)}
        swatch="gap"
        label={(level) => t(`gaps.class.${level}`)}
      />
      {gaps.places && (
        <p className="gap-strip-key">
          {t("gaps.underStrip")} <GapKey gaps={gaps.places} zone={zone !== null} />
        </p>
      )}
    </section>
  );
}

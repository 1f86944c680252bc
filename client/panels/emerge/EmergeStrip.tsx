import type { Emerging } from "../../useEmerging.ts";
import type { Screen } from "../../useScreen.ts";

/** Below: every need by itself, with the presence hours it rests on. */
export function EmergeStrip({ screen, emerging }: { screen: Screen; emerging: Emerging }) {
  const { t } = screen.telling;
  return (
    <section
      className="emerge-strip"
      aria-labelledby="emerge-strip-title"
      data-weeks={emerging.answer?.series.weeks.length}
    >
      <h2 id="emerge-strip-title">{t("emerge.map")}</h2>
    </section>
  );
}

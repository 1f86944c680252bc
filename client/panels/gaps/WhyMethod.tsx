import type { Gaps } from "../../useGaps.ts";
import type { Screen } from "../../useScreen.ts";
import { episodes } from "./gapWords.ts";

/** How a gap is worked out, in plain words, with the numbers of this network. */
export function WhyMethod({ screen, gaps }: { screen: Screen; gaps: Gaps }) {
  const { t, lang } = screen.telling;
  const { network } = screen.known;
  const whole = (value: number) => (Number.isInteger(value) ? String(value) : episodes(lang, value));
  return (
    <>
      <h3>{t("why.gap.method")}</h3>
      <p>{t("why.gap.m1")}</p>
      <p>{t("why.gap.m2", { assume: t("gaps.assume") })}</p>
      <p>{t("why.gap.m3", { each: whole(network.gap_threshold), n: whole(gaps.threshold) })}</p>
      <p>{t("why.gap.m4")}</p>
      <p>
        {t("why.gap.m5", {
          threshold: network.threshold,
          sensitive: network.sensitive_threshold,
          D: network.perturbation.D,
          sensitiveD: network.sensitive_perturbation.D,
        })}
      </p>
      <p>{t("why.unknown", { count: network.shelf_life_weeks })}</p>
    </>
  );
}

import { formats } from "../../format.ts";
import type { Lang, Words } from "../../words.ts";
import { type Place, timesText } from "./nightWords.ts";

type Saying = { t: Words; lang: Lang };

/** Published observations of one side, and how many more may be in what is withheld. */
export function countText({ t, lang }: Saying, { shown, upTo }: Place["a"]): string {
  const { count } = formats(lang);
  if (upTo === null) return t("why.night.withheldAny", { shown: count(shown) });
  return shown === upTo
    ? count(shown)
    : t("why.night.withheld", { shown: count(shown), most: count(upTo - shown) });
}

/** What the random change of published counts adds up to: its standard deviation. */
export const spreadText = ({ lang }: Saying, { variance }: Place["a"]): string =>
  variance > 0 ? `± ${formats(lang).rate(Math.sqrt(variance))}` : "–";

/** The ratio with its interval, and how sure it is among all zones. */
export function ratioWords({ t, lang }: Saying, { ratio, grade }: Place): string {
  if (!ratio) return t("why.night.notCompared");
  return t("why.night.ratio", {
    ratio: timesText(ratio.ratio, lang),
    low: timesText(ratio.low, lang),
    high: timesText(ratio.high, lang),
    grade: t(`why.night.grade.${grade}`),
  });
}

import { formats } from "./format.ts";
import type { NeedRate } from "./needRate.ts";
import type { Lang, Words } from "./words.ts";

/** A need rate as it is shown, "1,4", "1,4–2,1", "forse 10,7, da 5 a 16", "troppo pochi (<5)", "pochi dati", and why when it cannot be said. */
export function needWords(
  { t, lang }: { t: Words; lang: Lang },
  need: NeedRate,
): { text: string; why: string | null } {
  if (need.rate !== null && need.likely) {
    const [rate, from, to] = [need.rate, need.likely.from, need.likely.to];
    const whole = (n: number) => (to < 10 ? formats(lang).rate(n) : formats(lang).count(n));
    const said = { rate: formats(lang).rate(rate), from: whole(from), to: whole(to) };
    return { text: t("need.maybe", said), why: t("need.maybeWhy") };
  }
  if (need.rate !== null) {
    const [from, to] = [formats(lang).rate(need.rate), formats(lang).rate(need.upTo)];
    return { text: from === to ? from : t("need.upTo", { from, to }), why: null };
  }
  if (need.missing === "small") {
    if (need.under === null) return { text: t("need.withheld"), why: t("need.withheldWhy") };
    return { text: t("need.small", { threshold: need.under }), why: t("need.smallWhy") };
  }
  if (need.missing === "no_hours") return { text: t("need.noHours"), why: t("need.noHoursWhy") };
  return { text: t("need.noView"), why: t("need.noViewWhy") };
}

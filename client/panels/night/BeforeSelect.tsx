import { ArrowLeftRight, ChevronDown } from "lucide-react";
import type { View } from "../../address.ts";
import { periodName } from "../../format.ts";
import { type ClosedPeriod, earlierPeriods } from "../../useScreen.ts";
import { useWords } from "../../useWords.ts";
import { setView } from "../../view.ts";
import type { Night } from "./useNight.ts";

/** What is compared: hours of one period, or the same hours in an earlier period of the same kind. */
export function BeforeSelect({ night }: { night: Night }) {
  const { t } = useWords();
  const { screen, before, telling } = night;
  const earlier = earlierPeriods(screen.known.network.periods, screen.asked);
  const name = (period: ClosedPeriod) => periodName(t, telling.lang, period);
  const yearAgo = screen.asked?.id.replace(/^\d+/, (year) => String(Number(year) - 1));
  return (
    <label className="picker card before-picker">
      <ArrowLeftRight size={16} aria-hidden />
      <span className="hidden">{t("night.with")}</span>
      <select
        value={before?.id ?? ""}
        disabled={earlier.length === 0}
        onChange={(event) => setView({ before: event.target.value || null, a: [], b: [] })}
      >
        <option value="">{t("night.withHours")}</option>
        <optgroup label={t("night.withSame")}>
          {earlier.map((period) => (
            <option key={period.id} value={period.id}>
              {t(period.id === yearAgo && period.kind !== "year" ? "night.yearAgo" : "night.withBefore", {
                period: name(period),
              })}
            </option>
          ))}
        </optgroup>
      </select>
      <ChevronDown size={16} aria-hidden />
    </label>
  );
}

/** A new period keeps being compared with one before it, of its own kind; `null` when there is none. */
export function beforeFor(periods: readonly ClosedPeriod[], before: string, period: string): Partial<View> {
  const chosen = periods.find(({ id }) => id === period) ?? null;
  const earlier = earlierPeriods(periods, chosen);
  const same = earlier.find(({ id }) => id === before) ?? earlier[0];
  return { period, before: same?.id ?? null };
}

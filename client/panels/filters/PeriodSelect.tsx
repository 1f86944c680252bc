import { CalendarDays, ChevronDown } from "lucide-react";
import { memo } from "react";
import type { PeriodKind } from "../../../domain/period.ts";
import { periodName } from "../../format.ts";
import type { ClosedPeriod } from "../../useScreen.ts";
import { useLang, useWords } from "../../useWords.ts";
import { setView } from "../../view.ts";

type Props = {
  periods: readonly ClosedPeriod[];
  chosen: ClosedPeriod | null;
  stale: boolean;
  /** Where choosing a period means more than that. */
  onChoose?: (period: string) => void;
};

const ORDER = ["quarter", "month", "week", "year"] as const satisfies readonly PeriodKind[];

/** Closed periods, newest first in each kind. A hundred names of dates: not written again while scrubbing. */
export const PeriodSelect = memo(function PeriodSelect({ periods, chosen, stale, onChoose }: Props) {
  const { t } = useWords();
  const lang = useLang();
  return (
    <label className="picker card" data-stale={stale} title={stale ? t("period.stale") : undefined}>
      <CalendarDays size={16} aria-hidden />
      <span className="hidden">{t("period.label")}</span>
      <select
        value={chosen?.id ?? ""}
        disabled={periods.length === 0}
        onChange={({ target: { value } }) => (onChoose ? onChoose(value) : setView({ period: value }))}
      >
        {chosen === null && <option value="">{t("period.none")}</option>}
        {ORDER.map((kind) => (
          <optgroup key={kind} label={t(`period.${kind}`)}>
            {periods
              .filter((period) => period.kind === kind)
              .map((period) => (
                <option key={period.id} value={period.id}>
                  {periodName(t, lang, period)}
                </option>
              ))}
          </optgroup>
        ))}
      </select>
      <ChevronDown size={16} aria-hidden />
    </label>
  );
});

import { CalendarDays, ChevronDown } from "lucide-react";
import type { ReadClose } from "../../../emergingAnswer.ts";
import type { Emerging } from "../../../useEmerging.ts";
import type { Screen } from "../../../useScreen.ts";
import { setView } from "../../../view.ts";
import { closeDay } from "./closeDay.ts";

/** The closes that were read, newest first: what did we know then? */
export function CloseSelect({ screen, emerging }: { screen: Screen; emerging: Emerging }) {
  const { telling, view } = screen;
  const { t, lang } = telling;
  const { answer, stale } = emerging;
  const epochs = answer?.epochs ?? [];
  const newest = epochs[0]?.id;
  const said = ({ id }: ReadClose) => t("emerge.closed", { date: closeDay(id, lang) });
  return (
    <label className="picker card" data-stale={stale} title={stale ? t("period.stale") : undefined}>
      <CalendarDays size={16} aria-hidden />
      <span className="hidden">{t("emerge.close")}</span>
      <select
        value={view.epoch ?? newest ?? ""}
        disabled={epochs.length === 0}
        onChange={({ target: { value } }) => setView({ epoch: value === newest ? null : value })}
      >
        {epochs.length === 0 && <option value="">{t(answer ? "emerge.noClose" : "emerge.noneShown")}</option>}
        {epochs.map((close) => (
          <option key={close.id} value={close.id}>
            {said(close)}
          </option>
        ))}
      </select>
      <ChevronDown size={16} aria-hidden />
    </label>
  );
}

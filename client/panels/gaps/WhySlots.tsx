import type { SlotReason } from "../../../domain/gaps/whyGap.ts";
import { formats } from "../../format.ts";
import type { Screen } from "../../useScreen.ts";
import { nameOf } from "../../words.ts";
import { cellText, countText, rateText } from "./whyGapWords.ts";

const COLUMNS = ["slot", "cell", "count", "hours", "rate", "uncovered"] as const;

/** One need slot by slot: the published cell, the hours behind it, the rate they make, the hours it is missing for. */
export function WhySlots({ screen, slots }: { screen: Screen; slots: readonly SlotReason[] }) {
  const { t, lang } = screen.telling;
  const { count, rate } = formats(lang);
  const name = (id: string) =>
    nameOf(screen.known.network.slots.find((slot) => slot.id === id) ?? { id }, lang);
  return (
    <table className="why-slots why-cells">
      <thead>
        <tr>
          {COLUMNS.map((column) => (
            <th key={column} scope="col">
              {t(`why.gap.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {slots.map((slot) => (
          <tr key={slot.slot} data-state={slot.state}>
            <th scope="row">{name(slot.slot)}</th>
            <td data-label={t("why.gap.cell")}>
              {cellText(screen, slot)}
              {slot.instead && <small>{t("why.gap.instead")}</small>}
            </td>
            <td className="figure" data-label={t("why.gap.count")}>
              {countText({ t, lang }, slot)}
            </td>
            <td className="figure" data-label={t("why.gap.hours")}>
              {slot.origin ? count(slot.evidence.hours) : "–"}
            </td>
            <td className="figure" data-label={t("why.gap.rate")}>
              {rateText({ t, lang }, slot)}
            </td>
            <td className="figure" data-label={t("why.gap.uncovered")}>
              {rate(slot.uncovered)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

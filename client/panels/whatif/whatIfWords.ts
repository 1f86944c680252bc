import { hoursFacts } from "../../../domain/chosenHours.ts";
import { stripPlace } from "../../../domain/week.ts";
import { hoursOfShift, lengthOf, type SupposedShift } from "../../../domain/whatif/whatIf.ts";
import { hoursLabel } from "../../hoursWords.ts";
import type { Screen } from "../../useScreen.ts";
import { everydayName, nameOf, numeral } from "../../words.ts";

/** "ven 22–01" */
export function shiftHours(screen: Screen, shift: Pick<SupposedShift, "segment">): string {
  const { t, lang } = screen.telling;
  const dayStart = screen.known.network.day_start;
  const places = hoursOfShift(shift, dayStart).map((hour) => stripPlace(hour, dayStart));
  return hoursLabel(t, lang, hoursFacts(places, dayStart));
}

/** "Caritas, Oltre Savio, ven 22–01" */
export function shiftText(screen: Screen, shift: SupposedShift): string {
  const { t, lang } = screen.telling;
  return t("advice.shift", {
    service: everydayName(screen.serviceOf(shift.service) ?? { id: shift.service }, lang),
    zone: zoneName(screen, shift.zone),
    hours: shiftHours(screen, shift),
  });
}

export const zoneName = ({ known, telling }: Screen, id: string): string =>
  nameOf(
    known.zones.features.find(({ properties }) => properties.id === id)?.properties ?? { id },
    telling.lang,
  );

/** "tre turni in più, 9 ore; un turno tolto, 2 ore" */
export function whatIfText({ view, telling: { t } }: Pick<Screen, "view" | "telling">): string {
  const said = (shifts: readonly SupposedShift[], key: "more" | "away") => {
    const count = shifts.length;
    if (count === 0) return [];
    const hours = shifts.reduce((sum, { segment }) => sum + lengthOf(segment), 0);
    return [
      `${t(`whatIf.${key}`, { count, number: numeral(t, count) })}, ${t("whatIf.hours", { count: hours })}`,
    ];
  };
  return [
    ...said(
      view.whatif.filter(({ away }) => !away),
      "more",
    ),
    ...said(
      view.whatif.filter(({ away }) => away),
      "away",
    ),
  ].join("; ");
}

/** What an exported table says of the hypothesis it was made under; nothing without one. */
export function whatIfNotes(screen: Screen): string[] {
  const { t } = screen.telling;
  const { whatif } = screen.view;
  if (whatif.length === 0) return [];
  const shifts = whatif.map((shift) => {
    const text = shiftText(screen, shift);
    return shift.away ? `${text} (${t("whatIf.noteAway")})` : text;
  });
  return [`${t("whatIf.note")}: ${shifts.join("; ")}`];
}

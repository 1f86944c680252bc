import type { Segment } from "../../../domain/chosenHours.ts";
import type { Coverage } from "../../../domain/coverage.ts";
import type { GapField } from "../../../domain/gaps/gapField.ts";
import type { ZoneGap } from "../../../domain/gaps/gapsOf.ts";
import type { WorstSlot } from "../../../domain/gaps/worstSlots.ts";
import { stayOf, weeksChosen } from "../../../domain/stay.ts";
import { eitherWeek, weeksIn } from "../../../domain/weekMask.ts";
import type { View } from "../../address.ts";
import { formats } from "../../format.ts";
import { hoursTitle } from "../../hoursWords.ts";
import type { Telling } from "../../sentences.ts";
import type { Screen } from "../../useScreen.ts";
import { type Lang, nameOf, numeral, type Words } from "../../words.ts";
import { episodes, lackingNames } from "./gapWords.ts";

/**
 * A zone of a list as one whole sentence: "Oltre Savio, venerdì notte: circa 3 bisogni a settimana senza nessuno (salute);
 * ultima presenza 5 settimane prima della fine del periodo."
 */
export function gapEntry(screen: Screen, field: GapField, zone: ZoneGap): string {
  const { telling, known, hours } = screen;
  const { t, lang } = telling;
  const name = <T extends { id: string }>(things: readonly T[], id: string) =>
    nameOf(things.find((thing) => thing.id === id) ?? { id }, lang);
  const zones = known.zones.features.map(({ properties }) => properties);
  const services = known.services.filter(({ needs }) => needs.some((need) => zone.lacking.includes(need)));
  // What was really seen: a hypothesis has seen nothing.
  const weeks = weeksSince(screen.figures.supposition?.real ?? field.coverage, {
    zone: zone.id,
    services: services.map(({ id }) => id),
    hours,
  });
  const [from, to] = zone.gap.interval ?? [0, 0];
  return t(`gaps.entry.${zone.gap.class}`, {
    zone: name(zones, zone.id),
    hours: hoursName(screen),
    n: episodes(lang, zone.gap.middle ?? 0),
    from: episodes(lang, from),
    to: episodes(lang, to),
    needs: lackingNames(zone, (id) => name(known.needs, id)),
    last:
      weeks === null
        ? t("gaps.entry.never")
        : t("gaps.entry.last", { count: weeks, number: numeral(t, weeks) }),
  });
}

/** When anybody competent was last there in the chosen hours, as a sentence of its own. */
export function lastText({ t }: Telling, real: Coverage, asked: Asked): string {
  const count = weeksSince(real, asked);
  return count === null ? t("gaps.never") : t("gaps.last", { count, number: numeral(t, count) });
}

/** "soprattutto venerdì notte": when a zone lacks most. */
export function worstText(
  { telling: { t, lang }, known }: Screen,
  { slot, days }: WorstSlot,
  sure: boolean,
): string {
  const of = known.network.slots.find(({ id }) => id === slot) ?? { id: slot };
  return t(sure ? "gaps.worst" : "gaps.worstMaybe", { when: slotWhen({ t, lang }, days, nameOf(of, lang)) });
}

/** The hours of a slot on some days, as the address holds them. */
export function worstHours({ known }: Screen, { slot, days }: WorstSlot): Pick<View, "hours" | "repeat"> {
  const of = known.network.slots.find(({ id }) => id === slot);
  if (!of) return { hours: [], repeat: "once" };
  const at = (day: number): Segment => ({ day, from: of.from, to: of.to || 24 });
  if (days.length === 7) return { hours: [at(0)], repeat: "daily" };
  return { hours: days.map(at), repeat: "once" };
}

type Asked = { zone: string; services: readonly string[]; hours: readonly number[] };

/** Weeks from the last competent presence to the period's last week; `null` = none in the period. */
function weeksSince(coverage: Coverage, asked: Asked): number | null {
  let seen = { lo: 0, hi: 0 };
  for (const service of asked.services) {
    seen = eitherWeek(seen, stayOf(coverage, { zone: asked.zone, service }, [asked.hours]).weeks);
  }
  const last = weeksIn(seen).at(-1);
  const newest = weeksIn(weeksChosen(coverage, asked.hours)).at(-1);
  return last === undefined || newest === undefined ? null : newest - last;
}

/** "venerdì notte" where the chosen hours are a slot, else "venerdì 22–24". */
function hoursName({ telling: { t, lang, hours }, known }: Screen): string {
  const slot =
    hours.kind === "days" &&
    known.network.slots.find(({ from, to }) => from === hours.from && (to || 24) === hours.to);
  return slot && hours.kind === "days"
    ? slotWhen({ t, lang }, hours.days, nameOf(slot, lang))
    : hoursTitle(t, lang, hours);
}

function slotWhen({ t, lang }: { t: Words; lang: Lang }, days: readonly number[], name: string): string {
  const { list, weekday, weekdayShort } = formats(lang);
  const slot = name.toLocaleLowerCase(lang);
  if (days.length === 7) return t("gaps.everySlot", { slot });
  const day = list(days.map(days.length > 2 ? weekdayShort : weekday));
  return t("gaps.daySlot", { day, slot });
}

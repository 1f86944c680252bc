import type { Origin } from "../../../domain/gaps/findCell.ts";
import type { SlotReason } from "../../../domain/gaps/whyGap.ts";
import { formats, periodName } from "../../format.ts";
import type { Screen } from "../../useScreen.ts";
import { nameOf } from "../../words.ts";

type Shown = Pick<Screen, "telling" | "known" | "period">;

/** Where rates come from when not from the slots’ own cells of the period on screen: "tasso dell’intera giornata, anno 2025". */
export function originWords(screen: Shown, origins: readonly Origin[]): string {
  const phrases = origins.flatMap((origin) => originPhrase(screen, origin) ?? []);
  return formats(screen.telling.lang).list([...new Set(phrases)]);
}

/** The same for the slots of one need; slots are named where only some of them have it so. */
export function slotOrigins(screen: Shown, slots: readonly Pick<SlotReason, "slot" | "origin">[]): string {
  const { telling, known } = screen;
  const { t, lang } = telling;
  const held = new Map<string, string[]>();
  for (const { slot, origin } of slots) {
    const phrase = origin && originPhrase(screen, origin);
    if (phrase) held.set(phrase, [...(held.get(phrase) ?? []), slot]);
  }
  const name = (id: string) =>
    nameOf(known.network.slots.find((slot) => slot.id === id) ?? { id }, lang).toLocaleLowerCase(lang);
  const said = [...held].map(([phrase, ids]) =>
    ids.length === slots.length
      ? phrase
      : t("gaps.origin.only", { slots: formats(lang).list(ids.map(name)), phrase }),
  );
  return said.join("; ");
}

/** One origin in words; `null` for the slot’s own cell of the period on screen. */
export function originPhrase({ telling: { t, lang }, known, period }: Shown, origin: Origin): string | null {
  const { wholeDay, group: id } = origin;
  const other = origin.period === period?.id ? null : origin.period;
  if (!wholeDay && id === null && other === null) return null;
  const group = known.network.groups.find((one) => one.id === id);
  const what = t(wholeDay ? "gaps.origin.day" : "gaps.origin.slot");
  const of = group ? t("gaps.origin.group", { group: nameOf(group, lang), what }) : what;
  const from = known.network.periods.find((one) => one.id === other);
  return from ? `${of}, ${periodName(t, lang, from)}` : of;
}

import { ChevronDown } from "lucide-react";
import { dayAndNight } from "../../../domain/compare/hourSets.ts";
import { clockRange, formats } from "../../format.ts";
import { useWords } from "../../useWords.ts";
import { setView } from "../../view.ts";
import { nameOf } from "../../words.ts";
import { Popover } from "../frame/Popover.tsx";
import { Dial } from "./Dial.tsx";
import type { NamedSlot, Telling } from "./hoursSets.ts";
import type { Night } from "./useNight.ts";

const CHOICES = ["first", "second", "none"] as const;
type Choice = (typeof CHOICES)[number];

/** The head of a map: which hours it is of, how much presence they hold; pressing it chooses other hours. */
export function SetPicker({ night, side }: { night: Night; side: "a" | "b" }) {
  const { t } = useWords();
  const { telling, comparison, screen } = night;
  const set = telling[side];
  const { slots } = screen.known.network;
  const hours = comparison ? formats(telling.lang).count(comparison.network[side].hours) : "…";
  const { clock, period } = set;
  const choice = { slots, sets: night.sets, telling };
  const spent = period ? t("night.hoursOf", { period, clock, hours }) : t("night.hours", { clock, hours });
  const button = (
    <>
      <Dial slots={slots} chosen={set.slots} />
      <span>
        <b>
          {set.name} <ChevronDown size={15} aria-hidden />
        </b>
        <small>{spent}</small>
      </span>
    </>
  );
  return (
    <Popover
      className="set-picker"
      label={t("night.choose", { name: `${set.name} ${spent}` })}
      button={button}
    >
      {() => (
        <div className="set-panel card">
          {night.before ? <SameHours {...choice} /> : <TwoSets {...choice} />}
        </div>
      )}
    </Popover>
  );
}

type Props = { slots: readonly NamedSlot[]; sets: Night["sets"]; telling: Telling };

/** Ready comparisons, and every slot in the first set, in the second, or in neither. */
function TwoSets({ slots, sets, telling }: Props) {
  const { t } = useWords();
  const ready = readyPairs(slots, telling);
  return (
    <>
      <p>{t("night.presets")}</p>
      <div className="set-presets">
        {ready.map((pair) => (
          <button
            key={pair.name}
            type="button"
            aria-pressed={pair.a.join() === sets.a.join() && pair.b.join() === sets.b.join()}
            onClick={() => setView(pair.usual ? { a: [], b: [] } : { a: pair.a, b: pair.b })}
          >
            {pair.name}
          </button>
        ))}
      </div>
      <p>{t("night.setsTitle")}</p>
      {slots.map((slot) => (
        <SlotChoice key={slot.id} slot={slot} sets={sets} lang={telling.lang} />
      ))}
    </>
  );
}

/** Day and night, then each slot with the one that follows. */
function readyPairs(slots: readonly NamedSlot[], { t, lang }: Telling) {
  const name = (slot: NamedSlot) => nameOf(slot, lang).toLocaleLowerCase(lang);
  const pairs = slots.slice(1).map((slot, i) => {
    const before = slots[i] ?? slot;
    const said = t("night.pair", { a: nameOf(before, lang), b: name(slot) });
    return { name: said, a: [before.id], b: [slot.id], usual: false };
  });
  return [{ name: t("night.usual"), ...dayAndNight(slots), usual: true }, ...pairs];
}

type SlotProps = { slot: NamedSlot; sets: Night["sets"]; lang: Telling["lang"] };

/** One slot: in the first set, in the second, or in neither. A set is never left empty. */
function SlotChoice({ slot, sets: { a, b }, lang }: SlotProps) {
  const { t } = useWords();
  const now: Choice = a.includes(slot.id) ? "first" : b.includes(slot.id) ? "second" : "none";
  const alone = (now === "first" ? a : b).length === 1 && now !== "none";
  const choose = (choice: Choice) => {
    const others = (ids: string[]) => ids.filter((id) => id !== slot.id);
    setView({
      a: choice === "first" ? [...others(a), slot.id] : others(a),
      b: choice === "second" ? [...others(b), slot.id] : others(b),
    });
  };
  return (
    <fieldset className="slot-choice" aria-label={nameOf(slot, lang)}>
      <SlotName slot={slot} lang={lang} />
      {CHOICES.map((choice) => (
        <button
          key={choice}
          type="button"
          aria-pressed={choice === now}
          disabled={alone && choice !== now}
          onClick={() => choose(choice)}
        >
          {t(`night.${choice}`)}
        </button>
      ))}
    </fieldset>
  );
}

/** The hours both periods are compared over; never none. */
function SameHours({ slots, sets: { a: chosen }, telling }: Props) {
  const { t } = useWords();
  const toggle = (id: string) => {
    const next = slots.map((slot) => slot.id).filter((one) => (one === id) !== chosen.includes(one));
    setView({ a: next.length === slots.length ? [] : next, b: [] });
  };
  return (
    <fieldset className="same-hours">
      <legend>{t("night.sameHours")}</legend>
      {slots.map((slot) => (
        <label key={slot.id}>
          <input
            type="checkbox"
            checked={chosen.includes(slot.id)}
            disabled={chosen.length === 1 && chosen.includes(slot.id)}
            onChange={() => toggle(slot.id)}
          />
          <SlotName slot={slot} lang={telling.lang} />
        </label>
      ))}
      <button type="button" className="link" onClick={() => setView({ a: [], b: [] })}>
        {t("night.allHours")}
      </button>
    </fieldset>
  );
}

const SlotName = ({ slot, lang }: { slot: NamedSlot; lang: Telling["lang"] }) => (
  <span>
    {nameOf(slot, lang)} <small>{clockRange(slot.from, slot.to)}</small>
  </span>
);

import { ChevronDown } from "lucide-react";
import { clockRange, formats } from "../../format.ts";
import { useWords } from "../../useWords.ts";
import { setView } from "../../view.ts";
import { nameOf } from "../../words.ts";
import { Popover } from "../frame/Popover.tsx";
import { Dial } from "./Dial.tsx";
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
  const spent = t("night.hours", { clock: set.clock, hours });
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
          <p>{t("night.setsTitle")}</p>
          {slots.map((slot) => (
            <SlotChoice key={slot.id} slot={slot} telling={telling} />
          ))}
          <button type="button" className="link" onClick={() => setView({ a: [], b: [] })}>
            {t("night.usual")}
          </button>
        </div>
      )}
    </Popover>
  );
}

type SlotProps = { slot: Night["screen"]["known"]["network"]["slots"][number]; telling: Night["telling"] };

/** One slot: in the first set, in the second, or in neither. A set is never left empty. */
function SlotChoice({ slot, telling }: SlotProps) {
  const { t } = useWords();
  const { a, b, lang } = telling;
  const name = nameOf(slot, lang);
  const now: Choice = a.slots.includes(slot.id) ? "first" : b.slots.includes(slot.id) ? "second" : "none";
  const alone = (now === "first" ? a : b).slots.length === 1 && now !== "none";
  const choose = (choice: Choice) => {
    const others = (ids: string[]) => ids.filter((id) => id !== slot.id);
    setView({
      a: choice === "first" ? [...others(a.slots), slot.id] : others(a.slots),
      b: choice === "second" ? [...others(b.slots), slot.id] : others(b.slots),
    });
  };
  return (
    <fieldset className="slot-choice" aria-label={name}>
      <span>
        {name} <small>{clockRange(slot.from, slot.to)}</small>
      </span>
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

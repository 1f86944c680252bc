import { type Stretch, segmentsOf } from "../../../domain/chosenHours.ts";
import { formats } from "../../format.ts";
import { useLang, useWords } from "../../useWords.ts";
import { setView } from "../../view.ts";
import type { Strip } from "./stripGeometry.ts";

type Props = {
  strip: Strip;
  places: readonly number[];
  range: Stretch | null;
  phone: boolean;
  /** How far each name steps aside for the flag, pixels. */
  shifts: readonly number[];
  /** On the phone, shows a day without choosing it. */
  onShow: (day: number) => void;
  dayStart: number;
};

const WEEK = [0, 1, 2, 3, 4, 5, 6];

/** The names of the days; pressing one chooses it whole. On the phone, initials, and the same hours move there. */
export function StripDays({ strip, places, range, phone, shifts, onShow, dayStart }: Props) {
  const { t } = useWords();
  const lang = useLang();
  const { weekday, weekdayLetter } = formats(lang);
  const whole = places.length === 168;
  const choose = (day: number) => {
    onShow(day);
    const start = day * 24;
    const same =
      phone && range && range.to - range.from < 24 && (range.from % 24) + range.to - range.from <= 24;
    const hours = same
      ? { from: start + (range.from % 24), to: start + (range.from % 24) + range.to - range.from }
      : { from: start, to: start + 24 };
    setView({ hours: segmentsOf(hours, dayStart), repeat: "once" });
  };
  return (
    <div className="strip-days" data-phone={phone}>
      {WEEK.map((day) => (
        <button
          key={day}
          type="button"
          aria-label={t("strip.day", { day: weekday(day) })}
          style={{ marginLeft: shifts[day] ?? 0 }}
          data-shown={phone && strip.days.includes(day)}
          aria-pressed={!whole && places.some((place) => Math.floor(place / 24) === day)}
          onClick={() => choose(day)}
        >
          {phone ? weekdayLetter(day) : weekday(day)}
        </button>
      ))}
    </div>
  );
}

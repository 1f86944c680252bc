import { Pause, Play } from "lucide-react";
import { placesOf, type Repeat, type Stretch, segmentsOf } from "../../../domain/chosenHours.ts";
import type { Slot } from "../../../domain/week.ts";
import { clockRange, formats } from "../../format.ts";
import type { Screen } from "../../useScreen.ts";
import { useLang, useWords } from "../../useWords.ts";
import { setView } from "../../view.ts";
import { nameOf } from "../../words.ts";
import { GapKey } from "./GapKey.tsx";
import { slotStretch } from "./moveRange.ts";

type Props = {
  screen: Screen;
  range: Stretch | null;
  playing: boolean;
  togglePlay: () => void;
  note: string;
  gaps: Uint8Array | null;
  /** A line under the strip says where aims contrast. */
  contrasts: boolean;
};

export function StripHeader({ screen, range, playing, togglePlay, note, gaps, contrasts }: Props) {
  const { t } = useWords();
  return (
    <div className="strip-header">
      <PlayButton playing={playing} togglePlay={togglePlay} />
      <h2>{t("strip.title")}</h2>
      <p>
        <span>
          {t(gaps || contrasts ? "strip.whatGaps" : "strip.what")}
          {note && <small> · {note}</small>}
        </span>
        {contrasts && (
          <span className="strip-contrast-key">
            <i aria-hidden /> {t("strip.contrasts")}
          </span>
        )}
        {gaps && (
          <span>
            <GapKey gaps={gaps} zone={screen.view.zone !== null} />
          </span>
        )}
      </p>
      <SlotChips screen={screen} range={range} />
      <RepeatChoice screen={screen} range={range} />
    </div>
  );
}

/** Over the one day of a phone: play and slots; how to repeat only where the window is wide enough. */
export function StripShortHeader({
  screen,
  range,
  playing,
  togglePlay,
}: Pick<Props, "screen" | "range" | "playing" | "togglePlay">) {
  return (
    <div className="strip-header">
      <PlayButton playing={playing} togglePlay={togglePlay} />
      <SlotChips screen={screen} range={range} />
      <RepeatChoice screen={screen} range={range} />
    </div>
  );
}

function PlayButton({ playing, togglePlay }: Pick<Props, "playing" | "togglePlay">) {
  const { t } = useWords();
  const Icon = playing ? Pause : Play;
  return (
    <button
      type="button"
      className="strip-play"
      aria-label={t(playing ? "strip.pause" : "strip.play")}
      title={t(playing ? "strip.pause" : "strip.play")}
      onClick={togglePlay}
    >
      <Icon size={14} fill="currentColor" aria-hidden />
    </button>
  );
}

function SlotChips({ screen, range }: { screen: Screen; range: Stretch | null }) {
  const { t } = useWords();
  const lang = useLang();
  const { network } = screen.known;
  const dayStart = network.day_start;
  const chosen = screen.places.join();
  const choiceOf = (slot: Slot) => ({
    stretch: slotStretch(slot, range ? Math.floor(range.from / 24) : 0, { slots: network.slots, dayStart }),
    repeat: range ? screen.view.repeat : ("daily" as const),
  });
  return (
    <fieldset className="strip-slots">
      <legend>{t("strip.slots")}</legend>
      {network.slots.map((slot) => {
        const { stretch, repeat } = choiceOf(slot);
        const pressed = placesOf([stretch], repeat).join() === chosen;
        const name = nameOf(slot, lang);
        return (
          <button
            key={slot.id}
            type="button"
            aria-pressed={pressed}
            onClick={() =>
              setView(
                pressed ? { hours: [], repeat: "once" } : { hours: segmentsOf(stretch, dayStart), repeat },
              )
            }
          >
            {name.toLocaleLowerCase(lang)} <span>{clockRange(slot.from, slot.to)}</span>
          </button>
        );
      })}
    </fieldset>
  );
}

const REPEATS: readonly Repeat[] = ["once", "weekdays", "daily"];

function RepeatChoice({ screen, range }: { screen: Screen; range: Stretch | null }) {
  const { t } = useWords();
  const lang = useLang();
  const day = range ? Math.floor(range.from / 24) : null;
  const within = range !== null && Math.floor((range.to - 1) / 24) === day;
  const once = day === null ? t("strip.onceAny") : t("strip.once", { day: formats(lang).weekday(day) });
  return (
    <fieldset className="strip-repeat" disabled={!within}>
      <legend>{t("strip.repeat")}</legend>
      <span className="segments">
        {REPEATS.map((repeat) => (
          <button
            key={repeat}
            type="button"
            disabled={!within}
            aria-pressed={within && screen.view.repeat === repeat}
            onClick={() => setView({ repeat })}
          >
            {repeat === "once" ? once : t(`strip.${repeat}`)}
          </button>
        ))}
      </span>
    </fieldset>
  );
}

import { useEffect, useState } from "react";
import { type Stretch, segmentsOf } from "../../../domain/chosenHours.ts";
import { HOURS } from "../../../domain/week.ts";
import { previewView, readView, setView } from "../../view.ts";

const STEP = 600;

/** Plays the week, an hour each 600 ms; stopping chooses the hour that is shown. */
export function usePlay(range: Stretch | null, dayStart: number): { playing: boolean; toggle: () => void } {
  const [playing, setPlaying] = useState(false);
  const [start, setStart] = useState(0);
  useEffect(() => {
    if (!playing) return;
    let place = start;
    const show = () =>
      previewView({ hours: segmentsOf({ from: place, to: place + 1 }, dayStart), repeat: "once" });
    show();
    const timer = setInterval(() => {
      place = (place + 1) % HOURS;
      show();
    }, STEP);
    return () => clearInterval(timer);
  }, [playing, start, dayStart]);
  return {
    playing,
    toggle: () => {
      if (playing) setView({ hours: readView().hours, repeat: "once" });
      else setStart(range?.from ?? 0);
      setPlaying(!playing);
    },
  };
}

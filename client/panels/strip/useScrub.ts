import { type KeyboardEvent, type PointerEvent, useRef } from "react";
import { type Repeat, type Stretch, segmentsOf } from "../../../domain/chosenHours.ts";
import { previewView, setView } from "../../view.ts";
import { dragged, type Grip, keyed } from "./moveRange.ts";
import { placeAt, type Strip, xEnd, xOf } from "./stripGeometry.ts";

type Drag = { grip: Grip; from: number; range: Stretch; moved: boolean; last: Stretch };

export type Scrub = { strip: Strip; range: Stretch | null; repeat: Repeat; dayStart: number; reach: number };

/** Dragging and keys on the strip. A drag shows as it goes and is chosen once, at its end. */
export function useScrub({ strip, range, repeat, dayStart, reach }: Scrub) {
  const drag = useRef<Drag | null>(null);
  const keys = useRef(false);

  const patch = (next: Stretch | null) => ({
    hours: next ? segmentsOf(next, dayStart) : [],
    repeat:
      next && Math.floor(next.from / 24) === Math.floor((next.to - 1) / 24) ? repeat : ("once" as const),
  });
  const xIn = (event: PointerEvent<HTMLElement>) =>
    event.clientX - event.currentTarget.getBoundingClientRect().left;

  return {
    onPointerDown(event: PointerEvent<HTMLElement>) {
      if (event.button !== 0) return;
      event.currentTarget.setPointerCapture(event.pointerId);
      const x = xIn(event);
      const from = placeAt(strip, x);
      const start = { from, to: from + 1 };
      drag.current = {
        grip: gripAt(strip, range, { x, reach }),
        from,
        range: range ?? start,
        moved: false,
        last: start,
      };
    },
    onPointerMove(event: PointerEvent<HTMLElement>) {
      const held = drag.current;
      if (!held) return;
      const to = placeAt(strip, xIn(event));
      if (to === held.from && !held.moved) return;
      held.moved = true;
      held.last = dragged(held.grip, held.range, { from: held.from, to });
      previewView(patch(held.last));
    },
    onPointerUp() {
      const held = drag.current;
      drag.current = null;
      if (!held || (!held.moved && (held.grip === "start" || held.grip === "end"))) return;
      setView(patch(held.last));
    },
    onPointerCancel() {
      drag.current = null;
      previewView(null);
    },
    /** The first key makes a place to go back to, the next ones replace it. */
    onKeyDown(event: KeyboardEvent<HTMLElement>) {
      const next = keyed(range, event);
      if (next === undefined) return;
      event.preventDefault();
      setView(patch(next), keys.current ? "replace" : "push");
      keys.current = true;
    },
    onBlur() {
      keys.current = false;
    },
  };
}

function gripAt(strip: Strip, range: Stretch | null, { x, reach }: { x: number; reach: number }): Grip {
  if (!range) return "new";
  const [left, right] = [xOf(strip, range.from), xEnd(strip, range.to)];
  const narrow = Math.min(reach, Math.max(3, (right - left) / 3));
  if (x > left - reach && x < left + narrow) return "start";
  if (x > right - narrow && x < right + reach) return "end";
  return x >= left && x <= right ? "move" : "new";
}

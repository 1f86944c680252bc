import { runsOf, segmentsOf } from "../../../domain/chosenHours.ts";
import type { Overlap } from "../../../domain/overlaps/overlaps.ts";
import { stripPlace } from "../../../domain/week.ts";
import type { View } from "../../address.ts";

/** The choice that shows an overlap: its zone on the map, its hours on the strip, itself in the panel. */
export const openOverlap = (
  { zone, services, hours }: Overlap,
  dayStart: number,
): Pick<View, "zone" | "pair" | "hours" | "repeat"> => ({
  zone,
  pair: [...services],
  ...hoursChoice(hours, dayStart),
});

/** Hours of the week as the address chooses them. */
export function hoursChoice(hours: readonly number[], dayStart: number): Pick<View, "hours" | "repeat"> {
  const places = hours.map((hour) => stripPlace(hour, dayStart)).sort((a, b) => a - b);
  return { hours: runsOf(places).flatMap((run) => segmentsOf(run, dayStart)), repeat: "once" };
}

/** No overlap, no zone, the whole week. */
export const CLOSED = { zone: null, pair: [], hours: [], repeat: "once" } satisfies Partial<View>;

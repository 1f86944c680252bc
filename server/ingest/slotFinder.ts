import { instantOf, localOf, operationalDay } from "../../domain/civilTime.ts";
import type { Network } from "../../domain/network.ts";
import { slotOf } from "../../domain/week.ts";
import type { SaidTime } from "./readTime.ts";

/** All that is kept of a time. */
export type DayAndSlot = { day: string; slot: string };

/** Times into operational day and slot, by the network's clock and the slots of the day; every hour is worked out once. */
export function slotFinder(
  network: Pick<Network, "timezone" | "day_start">,
  networkOn: (day: string) => Pick<Network, "slots">,
): (time: SaidTime) => DayAndSlot {
  const known = new Map<string, DayAndSlot>();
  return (time) => {
    const key = `${time.date}T${String(time.hour).padStart(2, "0")}`;
    const found = known.get(key);
    if (found) return found;
    // A local hour the clocks skipped never was: it becomes the one they jumped to.
    const { date, hour } =
      time.instant === null ? localOf(instantOf(`${key}:00`, network.timezone), network.timezone) : time;
    const day = operationalDay(date, hour, network.day_start);
    const made = { day, slot: slotOf(hour, networkOn(day).slots).id };
    if (known.size > 100_000) known.clear();
    known.set(key, made);
    return made;
  };
}

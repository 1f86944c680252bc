import type { HoursHeld } from "./coverage.ts";
import { type NeedQuestion, presenceHours } from "./published.ts";

/** Of the hours to count on (see `presenceHours`), those nobody recorded: planned ones times a reliability. */
export function estimatedHours(
  { hours }: HoursHeld,
  question: Omit<NeedQuestion, "needs">,
  services: ReadonlySet<string> | null,
): number {
  const unseen = hours.hours.map((spent, i) => spent - (hours.seen?.[i] ?? spent));
  const estimated = presenceHours({ hours: { ...hours, hours: unseen } }, question, services);
  return Math.max(0, Math.round(estimated * 100) / 100);
}

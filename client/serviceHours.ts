import type { CoverageAnswer } from "../domain/coverage.ts";

/**
 * Hours of a service in the period, in one zone or (none named) in all. `kept`: how it kept its turns over the eight weeks
 * up to the period's end in the whole network; `share` `null` = it had none, `recorded` false = nobody knows.
 */
export type ServiceHours = {
  planned: number;
  seen: number;
  hours: number;
  kept: { recorded: boolean; share: number | null; declared: number; rho: number };
};

export function serviceHours(
  { hours, reliability }: Pick<CoverageAnswer, "hours" | "reliability">,
  { service, zone }: { service: string; zone?: string },
): ServiceHours {
  const sum = (column: readonly number[]) =>
    column.reduce((total, spent, i) => {
      const counts = hours.service[i] === service && (zone === undefined || hours.zone[i] === zone);
      return counts ? total + spent : total;
    }, 0);
  const at = reliability.service.indexOf(service);
  const [confirmed, declared] = [reliability.confirmed[at] ?? 0, reliability.declared[at] ?? 0];
  return {
    planned: sum(hours.planned),
    seen: sum(hours.seen),
    hours: sum(hours.hours),
    kept: {
      recorded: reliability.recorded[at] ?? false,
      share: declared > 0 ? confirmed / declared : null,
      declared,
      rho: reliability.rho[at] ?? 0.5,
    },
  };
}

import type { Coverage } from "../coverage.ts";
import { stayOf } from "../stay.ts";
import { HOURS } from "../week.ts";
import { type Choice, levelOf, stripBars, type ZoneState, zoneStates, zoneWeek } from "../zoneMarks.ts";
import { hoursOfShift, type SupposedShift, withShifts } from "./whatIf.ts";

/**
 * A hypothesis over presence. `real`: as it was; `kept`: real without the hours taken away, all of it really seen or
 * planned; `coverage`: with the shifts added too, of which nobody has seen anything.
 */
export type Supposition = {
  shifts: readonly SupposedShift[];
  real: Coverage;
  kept: Coverage;
  coverage: Coverage;
};

/** Lays a hypothesis over presence; without shifts all three are the same object. */
export function suppose(real: Coverage, shifts: readonly SupposedShift[]): Supposition {
  const kept = withShifts(
    real,
    shifts.filter(({ away }) => away),
  );
  return { shifts, real, kept, coverage: withShifts(real, shifts) };
}

/**
 * Zones as `zoneStates` has them, with the services that a hypothesis alone brings (`supposed`, never among *seen* or
 * *rare*). They count in the level, but a zone that is not known stays so: a hypothesis has seen nothing.
 */
export function supposedStates({ shifts, kept, coverage }: Supposition, choice: Choice): ZoneState[] {
  const states = zoneStates(kept, choice);
  const added = shifts.filter(({ away }) => !away);
  if (added.length === 0) return states;
  const hours = new Set(choice.occasions.flat());
  const touching = added.filter((shift) =>
    hoursOfShift(shift, kept.dayStart).some((hour) => hours.has(hour)),
  );
  const counts = (service: string) => choice.services === null || choice.services.includes(service);
  return states.map((state) => {
    const brought = touching.filter(({ zone, service }) => zone === state.zone && counts(service));
    const supposed = [...new Set(brought.map(({ service }) => service))].filter(
      (service) =>
        !state.seen.includes(service) &&
        stayOf(coverage, { zone: state.zone, service }, choice.occasions).standing !== "absent",
    );
    if (supposed.length === 0) return state;
    const isReal = (service: string) => !supposed.includes(service);
    return {
      ...state,
      rare: state.rare.filter(isReal),
      rhythms: state.rhythms.filter(({ service }) => isReal(service)),
      level: state.level === null ? null : levelOf(state.seen.length + supposed.length),
      supposed,
    };
  });
}

/** The bars of the strip, with how many zones would be served (`supposed`, `null` when nothing is supposed). */
export function supposedBars(
  { shifts, kept, coverage }: Supposition,
  services: readonly string[] | null,
): { seen: Uint8Array; planned: Uint8Array; supposed: Uint8Array | null } {
  const bars = stripBars(kept, services);
  return { ...bars, supposed: shifts.length === 0 ? null : stripBars(coverage, services).seen };
}

/**
 * A zone's week as it would be, and where on the strip that is only supposed (1). What is not known stays -1.
 */
export function supposedWeek(
  { shifts, kept, coverage }: Supposition,
  zone: string,
  services: readonly string[] | null,
): { week: Int8Array; supposed: Uint8Array } {
  const week = zoneWeek(kept, zone, services);
  const supposed = new Uint8Array(HOURS);
  if (shifts.length === 0) return { week, supposed };
  const would = zoneWeek(coverage, zone, services);
  for (let place = 0; place < HOURS; place++) {
    if (would[place] === week[place]) continue;
    supposed[place] = 1;
    if (week[place] !== -1) week[place] = would[place] ?? 0;
  }
  return { week, supposed };
}

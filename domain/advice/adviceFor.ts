import { gapField } from "../gaps/gapField.ts";
import type { GapSource } from "../gaps/placeRates.ts";
import { stayOf } from "../stay.ts";
import { formatWhatIf, hoursOfShift, type SupposedShift, withShifts } from "../whatif/whatIf.ts";
import { type Advice, advise, type Crew, type ProposedShift } from "./advise.ts";
import { freeHours } from "./freeHours.ts";
import { type Covered, coveredBy, metTogether } from "./metBy.ts";
import { type Unmet, type UnmetField, unmetField } from "./unmetField.ts";

/**
 * What a coordinator asks: `hours` more hours a week, given by `services` (none named = any), in `zones` (`null` = all), at
 * `allowed` hours of the week in which they are not somewhere already, in shifts of `shortest` … `longest` hours, for
 * `needs` (none named = all). Hours of `move` are taken from where they are, and only their own service can give them
 * elsewhere.
 */
export type Asked = {
  hours: number;
  services: readonly string[];
  zones: readonly string[] | null;
  allowed: readonly number[];
  shortest: number;
  longest: number;
  needs: readonly string[];
  move: readonly SupposedShift[];
};

/** A proposed shift with what it meets, need by need and in all (`null` when it is there to learn). */
export type ToldShift = Omit<ProposedShift, "covers"> & { covers: Covered[]; meets: Unmet | null };

/** Advice with how sure it is. `meets`: what all its shifts meet together. */
export type ToldAdvice = Omit<Advice, "shifts"> & { shifts: ToldShift[]; meets: Unmet; hours: number };

/** Hours a week that one question may place. */
export const MOST_HOURS = 40;

/**
 * Where more hours would meet most need, a share of them where too little is known.
 * @param lookShare the network's share of hours that go and look
 * @throws RangeError when hours are nonsense, nobody asked can meet the needs, or hours to move are not there
 */
export function adviceFor(source: GapSource, asked: Asked, lookShare: number): ToldAdvice {
  refuseMoves(source, asked);
  const hours = asked.hours + movedHours(source, asked.move);
  if (hours < 1 || hours > MOST_HOURS)
    throw new RangeError(`hours: ${hours} to place (expected 1 to ${MOST_HOURS}, moved ones included)`);
  const coverage = withShifts(source.coverage, asked.move.map(away));
  const field = unmetField(gapField({ ...source, coverage }, asked.needs));
  const crews = crewsFor({ ...source, coverage }, asked);
  if (crews.length === 0) throw new RangeError("services: none of them can meet these needs");
  const { zones, dayStart } = coverage;
  const advice = advise({ hours, lookShare, zones, dayStart, crews, field, mostNodes: MOST_NODES });
  const shifts = advice.shifts.map((shift) => told(field, shift));
  return { ...advice, shifts, meets: metTogether(shifts), hours };
}

/** Forty hours of every service of a town of twelve zones are searched in about a second. */
const MOST_NODES = 4;

const away = (shift: SupposedShift): SupposedShift => ({ ...shift, away: true });

/** Hours a week of a service that shifts take away; an hour named twice counts once. */
function movedHours({ coverage }: GapSource, move: readonly SupposedShift[], service?: string): number {
  const own = move.filter((shift) => service === undefined || shift.service === service);
  const hours = own.flatMap((shift) =>
    hoursOfShift(shift, coverage.dayStart).map((hour) => `${shift.service} ${hour}`),
  );
  return new Set(hours).size;
}

function crewsFor(source: GapSource, asked: Asked): Crew[] {
  return source.services.flatMap((service): Crew[] => {
    const gives = asked.services.length === 0 || asked.services.includes(service.id) ? asked.hours : 0;
    const most = gives + movedHours(source, asked.move, service.id);
    const needs = service.needs.filter((need) => asked.needs.length === 0 || asked.needs.includes(need));
    if (most === 0 || needs.length === 0) return [];
    const { zones, shortest, longest } = asked;
    const hours = freeHours(source.coverage, service.id, asked.allowed);
    return [{ service: service.id, needs, zones, hours, shortest, longest, most }];
  });
}

function told(field: UnmetField, shift: ProposedShift): ToldShift {
  const covers = coveredBy(field, shift);
  return { ...shift, covers, meets: shift.purpose === "act" ? metTogether([{ ...shift, covers }]) : null };
}

function refuseMoves({ coverage }: GapSource, { move }: Asked): void {
  for (const shift of move) {
    const place = { zone: shift.zone, service: shift.service };
    const absent = hoursOfShift(shift, coverage.dayStart).some(
      (hour) => stayOf(coverage, place, [[hour]]).standing === "absent",
    );
    if (absent) throw new RangeError(`move: "${formatWhatIf([shift])}" is not there in all of these hours`);
  }
}

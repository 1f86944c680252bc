import type { Question } from "../../../domain/advice/advise.ts";
import type { Purpose } from "../../../domain/advice/crewPlan.ts";

type Shift = { crew: number; zone: string; first: number; length: number; purpose: Purpose };

/** Looking hours and worth of the best plan, by trying every set of shifts: the slow and obvious way. Day starts at 0. */
export function everyPlan(question: Question): { look: number; worth: number } {
  const shifts = question.crews.flatMap((_, crew) => shiftsOf(question, crew));
  const asked = Math.ceil(question.lookShare * question.hours - 1e-9);
  const shortest = Math.min(...question.crews.map((crew) => crew.shortest));
  const wanted = asked === 0 ? 0 : Math.max(asked, Math.min(shortest, question.hours));
  const plans: Shift[][] = [];
  const grow = (from: number, chosen: Shift[]) => {
    plans.push(chosen);
    for (let i = from; i < shifts.length; i++) {
      const next = shifts[i];
      if (next && fits(question, chosen, next)) grow(i + 1, [...chosen, next]);
    }
  };
  grow(0, []);
  const hours = (plan: Shift[], purpose: Purpose) =>
    plan.filter((shift) => shift.purpose === purpose).reduce((sum, { length }) => sum + length, 0);
  const able = plans.filter((plan) => hours(plan, "look") <= wanted);
  const look = Math.max(...able.map((plan) => hours(plan, "look")));
  const best = able.filter((plan) => hours(plan, "look") === look);
  return { look, worth: Math.max(...best.map((plan) => union(question, plan))) };
}

function shiftsOf(question: Question, crew: number): Shift[] {
  const { hours = [], shortest = 1, longest = 0, zones = null, needs = [] } = question.crews[crew] ?? {};
  const lengths = Array.from({ length: longest - shortest + 1 }, (_, i) => shortest + i);
  const spans = hours
    .flatMap((first) => lengths.map((length) => Array.from({ length }, (_, i) => first + i)))
    .filter((span) => span.every((hour) => hours.includes(hour)));
  return (zones ?? question.zones).flatMap((zone) =>
    spans.flatMap((span): Shift[] => {
      const shift = { crew, zone, first: span[0] ?? 0, length: span.length, purpose: "act" as const };
      const learns = (hour: number) => needs.some((need) => question.field.look({ zone, hour, need }) > 0);
      return span.some(learns) ? [shift, { ...shift, purpose: "look" }] : [shift];
    }),
  );
}

function fits({ hours, crews }: Question, chosen: Shift[], next: Shift): boolean {
  const spent = (plan: Shift[]) => plan.reduce((sum, { length }) => sum + length, 0);
  const own = chosen.filter(({ crew }) => crew === next.crew);
  const apart = own.every((s) => s.first + s.length < next.first || next.first + next.length < s.first);
  const left = (crews[next.crew]?.most ?? 0) - spent(own);
  return apart && next.length <= left && spent(chosen) + next.length <= hours;
}

function union({ crews, field }: Question, plan: Shift[]): number {
  const worth = new Map<string, number>();
  for (const { crew, zone, first, length, purpose } of plan) {
    for (const need of crews[crew]?.needs ?? []) {
      for (let hour = first; hour < first + length; hour++) {
        worth.set(`${purpose} ${zone} ${hour} ${need}`, field[purpose]({ zone, hour, need }));
      }
    }
  }
  return [...worth.values()].reduce((a, b) => a + b, 0);
}

import { HOURS } from "../week.ts";
import type { Purpose } from "./crewPlan.ts";
import type { FieldTable } from "./field.ts";

/** Crews by their needs and the places of the strip at which they may work. */
export type Workable = { needs: readonly string[]; open: readonly boolean[] };

/**
 * More than any plan of so many hours can be worth for a purpose, whatever the shifts: `hours` crew-hours placed one by one,
 * at each hour no more than there are crews that may work. In one zone and hour, j crews are worth at most j times the most
 * competent one, and never more than everything there is to meet.
 */
export function hoursBound(
  table: FieldTable,
  crews: readonly Workable[],
  { purpose, hours }: { purpose: Purpose; hours: number },
): number {
  const gains: number[] = [];
  for (let place = 0; place < HOURS; place++) {
    const able = crews.filter(({ open }) => open[place]);
    const here = table.zones.flatMap((_, zone) =>
      steps(worthsAt(table, able, { purpose, at: zone * HOURS + place })),
    );
    gains.push(...here.sort(falling).slice(0, able.length));
  }
  return gains
    .sort(falling)
    .slice(0, hours)
    .reduce((sum, gain) => sum + gain, 0);
}

const falling = (a: number, b: number) => b - a;

/** What the first, second, … crew in one zone and hour can add at most. */
function steps({ most, all, crews }: { most: number; all: number; crews: number }): number[] {
  const added = Array.from({ length: crews }, (_, j) => Math.min(most, all - j * most));
  return added.filter((gain) => gain > 0);
}

function worthsAt(
  table: FieldTable,
  crews: readonly Workable[],
  { purpose, at }: { purpose: Purpose; at: number },
): { most: number; all: number; crews: number } {
  const worth = table.needs.map((_, n) => table[purpose][n * table.zones.length * HOURS + at] ?? 0);
  const sum = (counts: (need: string) => boolean) =>
    worth.reduce((total, value, n) => (counts(table.needs[n] ?? "") ? total + value : total), 0);
  const each = crews.map(({ needs }) => sum((need) => needs.includes(need)));
  const all = sum((need) => crews.some(({ needs }) => needs.includes(need)));
  return { most: Math.max(0, ...each), all, crews: crews.length };
}

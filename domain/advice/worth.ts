import { HOURS } from "../week.ts";
import type { PlacedShift, Purpose } from "./crewPlan.ts";
import { type Exclusion, elementsOf, type FieldTable } from "./field.ts";

/** The shifts of each crew, in the order of the crews. */
export type CrewShifts = readonly (readonly PlacedShift[])[];

/** A crew by what it can meet. */
type Competent = { needs: readonly string[] };

/** What each shift adds to those before it, by need (in the order of the table): nothing is counted twice. */
export function addedBy(
  table: FieldTable,
  crews: readonly Competent[],
  plan: CrewShifts,
): { crew: number; shift: PlacedShift; adds: { need: string; worth: number }[] }[] {
  const covered = { act: new Set<number>(), look: new Set<number>() };
  return plan.flatMap((shifts, crew) =>
    shifts.map((shift) => {
      const fresh = elementsOf(table, crews[crew]?.needs ?? [], shift).filter(
        (at) => !covered[shift.purpose].has(at),
      );
      for (const at of fresh) covered[shift.purpose].add(at);
      return { crew, shift, adds: byNeed(table, shift.purpose, fresh) };
    }),
  );
}

/** What a plan is worth in all, by purpose. */
export function worthOfPlan(
  table: FieldTable,
  crews: readonly Competent[],
  plan: CrewShifts,
): Record<Purpose, number> {
  const worth = { act: 0, look: 0 };
  for (const { shift, adds } of addedBy(table, crews, plan)) {
    for (const add of adds) worth[shift.purpose] += add.worth;
  }
  return worth;
}

/** Hours of a plan spent on a purpose. */
export function hoursOf(plan: CrewShifts, purpose: Purpose): number {
  return plan
    .flat()
    .filter((shift) => shift.purpose === purpose)
    .reduce((sum, { length }) => sum + length, 0);
}

/**
 * The two ways to settle the worst double count of two crews: in one zone and hour, either the first does not count the
 * needs they share, or the second does not. One of the two holds in any plan (if both are there, the first may count them
 * all). None when nothing is counted twice.
 */
export function branches(
  table: FieldTable,
  crews: readonly Competent[],
  { counted, excluded }: { counted: CrewShifts; excluded: readonly Exclusion[] },
): Exclusion[][] {
  const worst = doubleClaims(table, crews, { counted, excluded }).reduce<Claim | null>(
    (a, b) => (a && a.worth >= b.worth ? a : b),
    null,
  );
  if (!worst) return [];
  const [one = 0, other = 0] = worst.claimants;
  const shared = sharedAt(table, [crews[one], crews[other]], worst.at);
  return [one, other].map((crew) => shared.map((at) => ({ crew, purpose: worst.purpose, at })));
}

type Claim = { purpose: Purpose; at: number; worth: number; claimants: number[] };

/** Every element that more than one crew counts. */
function doubleClaims(
  table: FieldTable,
  crews: readonly Competent[],
  { counted, excluded }: { counted: CrewShifts; excluded: readonly Exclusion[] },
): Claim[] {
  const keyOf = ({ crew, purpose, at }: Exclusion) => `${crew} ${purpose} ${at}`;
  const barred = new Set(excluded.map(keyOf));
  const claims = new Map<string, Claim>();
  const counts = counted.flatMap((shifts, crew) =>
    shifts.flatMap((shift) => {
      const { purpose } = shift;
      return elementsOf(table, crews[crew]?.needs ?? [], shift).map((at) => ({ crew, purpose, at }));
    }),
  );
  for (const { crew, purpose, at } of counts.filter((one) => !barred.has(keyOf(one)))) {
    const claim = claims.get(`${purpose} ${at}`);
    if (claim) claim.claimants.push(crew);
    else claims.set(`${purpose} ${at}`, { purpose, at, worth: table[purpose][at] ?? 0, claimants: [crew] });
  }
  return [...claims.values()].filter(({ claimants }) => claimants.length > 1);
}

/** The elements in the same zone and place as one, of needs both crews can meet. */
function sharedAt(
  { zones, needs }: FieldTable,
  [one, other]: [Competent | undefined, Competent | undefined],
  at: number,
): number[] {
  const place = at % (zones.length * HOURS);
  return needs.flatMap((need, n) =>
    one?.needs.includes(need) && other?.needs.includes(need) ? [n * zones.length * HOURS + place] : [],
  );
}

function byNeed({ zones, needs, ...table }: FieldTable, purpose: Purpose, elements: readonly number[]) {
  const sums = new Map<string, number>();
  for (const at of elements) {
    const need = needs[Math.floor(at / (zones.length * HOURS))] ?? "";
    sums.set(need, (sums.get(need) ?? 0) + (table[purpose][at] ?? 0));
  }
  return [...sums].map(([need, worth]) => ({ need, worth }));
}

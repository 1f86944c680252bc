/** The attacks of the catalogue; what each tries is told in `attackWords`. */
export const ATTACKS = [
  ...["A01", "A02", "A03", "A04", "A05", "A06", "A07", "A07b", "A08", "A09", "A09b", "A10", "A11", "A12"],
  ...["A13", "A14", "A15", "A16", "A17", "A18", "A19", "A20", "A21"],
] as const;

/**
 * One figure of an attack's success, and the bound it must keep; `value` null: too few cases to say; `error`: its standard
 * error, where it is a share of few cases. Never a count of records.
 */
export type Figure = {
  name: string;
  value: number | null;
  error?: number;
  atMost?: number;
  atLeast?: number;
};

/** How an attack went: how many cells or questions it was tried on, and its figures. */
export type Outcome = { id: string; tried: number; figures: Figure[] };

/** Passed when no figure is beyond its bound by more than chance (19 in 20); `null` when no figure could be worked out. */
export function passed({ figures }: Pick<Outcome, "figures">): boolean | null {
  const known = figures.filter(({ value }) => value !== null);
  if (known.length === 0) return null;
  return known.every(
    ({ value, error = 0, atMost = Number.POSITIVE_INFINITY, atLeast = Number.NEGATIVE_INFINITY }) => {
      const chance = 1.64 * error;
      return value !== null && value - chance <= atMost && value + chance >= atLeast;
    },
  );
}

/**
 * The share of its planned hours a service may be expected to keep, from those of the last eight weeks that it keeps a
 * record of: (confirmed + 1) / (declared + 2), ½ for a service that planned nothing or recorded nothing.
 * @throws RangeError when more was confirmed than declared, or either is negative
 * @see methods B2, "Effective hours" (Laplace's rule of succession)
 */
export function reliability({ confirmed, declared }: { confirmed: number; declared: number }): number {
  if (!(confirmed >= 0 && declared >= confirmed)) {
    throw new RangeError(`confirmed ${confirmed} of ${declared} declared`);
  }
  return (confirmed + 1) / (declared + 2);
}

/**
 * Hours of presence to count on: those observed where a record exists, else the declared ones times the reliability.
 * @param observed `null` = no record; 0 is a record
 * @see methods B2, "Effective hours"
 */
export function effectiveHours(observed: number | null, declared: number, rho: number): number {
  if (!(declared >= 0 && rho >= 0 && rho <= 1))
    throw new RangeError(`declared ${declared}, reliability ${rho}`);
  return observed ?? declared * rho;
}

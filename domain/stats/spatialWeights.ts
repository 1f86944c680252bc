/** How much each place counts for a place: by place, those that count and their weights. */
export type Weights = readonly (readonly { at: number; weight: number }[])[];

/**
 * Weight 1 for every neighbour, and for the place itself when `self`.
 * @param neighbours by place, the indexes of its neighbours (not itself)
 * @throws RangeError when a neighbour is none of the places, or is the place itself
 */
export function binaryWeights(neighbours: readonly (readonly number[])[], self: boolean): Weights {
  return neighbours.map((around, i) => {
    for (const at of around) {
      if (at === i || !neighbours[at])
        throw new RangeError(`neighbour of place ${i}: ${at} (of ${neighbours.length} places)`);
    }
    return (self ? [i, ...around] : around).map((at) => ({ at, weight: 1 }));
  });
}

/** The same weights, made to sum to 1 at every place that has any. */
export function rowStandardised(weights: Weights): Weights {
  return weights.map((row) => {
    const sum = row.reduce((total, { weight }) => total + weight, 0);
    return row.map(({ at, weight }) => ({ at, weight: weight / sum }));
  });
}

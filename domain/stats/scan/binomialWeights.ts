/**
 * How often each of 0 … `trials` happens, as shares of the likeliest, when each trial happens with chance `share`: the
 * binomial distribution without its constant, by products alone, so that it is the same on every machine.
 * @throws RangeError when `share` is not in [0, 1]
 */
export function binomialWeights(trials: number, share: number): Float64Array {
  if (!(share >= 0 && share <= 1)) throw new RangeError(`share: ${share} (expected 0 … 1)`);
  const weights = new Float64Array(trials + 1);
  const likeliest = Math.min(trials, Math.floor((trials + 1) * share));
  weights[likeliest] = 1;
  for (let k = likeliest; k < trials; k++)
    weights[k + 1] = (((weights[k] as number) * (trials - k)) / (k + 1)) * (share / (1 - share));
  for (let k = likeliest; k > 0; k--)
    weights[k - 1] = (((weights[k] as number) * k) / (trials - k + 1)) * ((1 - share) / share);
  return weights;
}

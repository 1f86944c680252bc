import { describe, expect, test } from "vitest";
import { gammaQuantile, gammaTails } from "../../../domain/stats/gamma.ts";
import { needRate, rateQuantile } from "../../../domain/stats/needRate.ts";
import { ratePrior } from "../../../domain/stats/ratePrior.ts";
import { reference, relativeError } from "./reference.ts";

type Interval = { y: number; T: number; rate: number; ci95: [number, number] };

// Read: Marshall's moments and shrunk rates (spdep EBest, Poisson), the Gamma posteriors given Clayton and Kaldor's alpha
// and mu (SpatialEpi eBayes), exact Poisson intervals (R poisson.test). Not offered: maximum likelihood for alpha and mu,
// the binomial family, and means of the neighbours only (EBlocal).
describe.each(["eb_rates_nc_sids74", "eb_rates_presence_hours_14zones"])("%s", (name) => {
  const { y, exposure, E, expected } = reference(name);
  const zones: number[] = [...y.keys()];
  const exactly = (i: number) => ({ shown: y[i], upTo: y[i], variance: 0, hours: exposure[i] });
  const prior = ratePrior(zones.map((i) => ({ count: y[i], hours: exposure[i], variance: 0 })));

  test("the moments of the rates are those of spdep EBest", () => {
    expect(relativeError(prior?.s2 ?? 0, expected.EBest_poisson.a)).toBeLessThan(1e-9);
    expect(relativeError(prior?.r ?? 0, expected.EBest_poisson.b)).toBeLessThan(1e-9);
  });

  test("the mean of a rate is Marshall's shrunk rate", () => {
    for (const i of zones) {
      const { middle } = needRate(exactly(i), prior).posterior ?? { middle: { shape: 0, rate: 1 } };
      expect(relativeError(middle.shape / middle.rate, expected.EBest_poisson.est[i])).toBeLessThan(1e-9);
      expect(Math.abs(y[i] / exposure[i] - expected.EBest_poisson.raw[i])).toBeLessThan(1e-12);
    }
  });

  test("the gamma posteriors have the mean, median, ends and chances of R", () => {
    const { alpha, mu, RR, RRmed } = expected.eBayes;
    const R = expected.gamma_posterior;
    const given = { r: mu, s2: mu ** 2 / alpha, gamma: { shape: alpha, rate: alpha / mu } };
    for (const i of zones) {
      const rate = needRate({ shown: y[i], upTo: y[i], variance: 0, hours: E[i] }, given);
      const posterior = rate.posterior?.middle ?? { shape: 0, rate: 1 };
      const errors = [
        relativeError(posterior.shape / posterior.rate, R.mean[i]),
        relativeError(posterior.shape / posterior.rate, RR[i]),
        relativeError(rateQuantile(rate, 0.5) ?? 0, RRmed[i]),
        relativeError(gammaQuantile(posterior, 0.025), R.lo95[i]),
        relativeError(gammaQuantile(posterior, 0.975), R.hi95[i]),
        relativeError(gammaTails(posterior, 1).upper, R.p_gt_1[i]),
        relativeError(gammaTails(posterior, 1.5).upper, R["p_gt_1.5"][i]),
      ];
      expect(Math.max(...errors)).toBeLessThan(1e-8);
    }
  });

  test("exact Poisson intervals are those of R poisson.test", () => {
    for (const row of expected.exact_poisson as Interval[]) {
      const low = row.y === 0 ? 0 : gammaQuantile({ shape: row.y, rate: row.T }, 0.025);
      expect(relativeError(row.y / row.T, row.rate)).toBeLessThan(1e-9);
      expect(relativeError(low, row.ci95[0])).toBeLessThan(1e-9);
      expect(
        relativeError(gammaQuantile({ shape: row.y + 1, rate: row.T }, 0.975), row.ci95[1]),
      ).toBeLessThan(1e-9);
    }
  });
});

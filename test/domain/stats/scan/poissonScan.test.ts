import { describe, expect, test } from "vitest";
import { circlesOf } from "../../../../domain/stats/scan/circles.ts";
import { logLikelihoodRatio } from "../../../../domain/stats/scan/likelihoodRatio.ts";
import { poissonScan } from "../../../../domain/stats/scan/poissonScan.ts";
import { randomOf } from "../../../../server/simulate/random.ts";
import { reference } from "../reference.ts";
import { expectReported, pTolerance, REPLICATES, type Reported, satscanRun, zoneMajor } from "./satscan.ts";
import { evenSteps, expectTop, sets } from "./scanstatistics.ts";

describe.each(["excess", "surge_no_excess"])("presence hours, 14 zones: %s", (kind) => {
  const fixture = reference(`scan_effort_poisson_14zones_${kind}`);
  const { counts, expected_full, max_duration: longest, zone_ids: ids } = fixture;
  const options = { longest, replicates: REPLICATES, random: randomOf(1, kind) };

  test("SaTScan's clusters on the zones' rates × hours; nothing is sure where only the looking grew", () => {
    const scanned = { counts: zoneMajor(counts), weeks: counts.length, circles: circlesOf(fixture.xy) };
    const found = poissonScan({ ...scanned, expected: zoneMajor(expected_full) }, options);
    expectReported(found, fixture.expected_satscan.clusters, { ids });
    expect((found[0]?.p ?? 1) <= 0.05).toBe(kind === "excess");
  });

  test("R scanstatistics' scan_pb_poisson on the last six weeks, over the same zone sets", () => {
    const { mlc, top } = fixture.expected;
    const seen = counts.slice(-longest);
    const expected = evenSteps(seen, expected_full.slice(-longest));
    const circles = sets(fixture.zones_0based);
    const [best] = poissonScan(
      { counts: zoneMajor(seen), expected: zoneMajor(expected), weeks: longest, circles },
      { ...options, maxShare: 1, mostClusters: 1 },
    );
    expect(best).toMatchObject({ zones: mlc.zone_set_0based, weeks: mlc.duration });
    expect(best?.llr).toBeCloseTo(mlc.score, 6);
    expect(Math.abs((best?.p ?? 0) - mlc.p)).toBeLessThan(pTolerance(mlc.p, 999));
    expectTop(top, { seen, expected, zones: circles });
  });
});

test("New Mexico 1986–89: scan_pb_poisson over 415 zone sets (scan_eb_poisson expects no fixed total: not ours)", () => {
  const { counts, population, zones_0based, poisson } = reference("scan_scanstatistics_newmexico");
  const expected = evenSteps(counts, population);
  const circles = sets(zones_0based);
  const [best] = poissonScan(
    { counts: zoneMajor(counts), expected: zoneMajor(expected), weeks: 4, circles },
    { longest: 4, maxShare: 1, mostClusters: 1, replicates: REPLICATES, random: randomOf(1, "new mexico") },
  );
  expect(best).toMatchObject({ zones: circles[poisson.zone - 1]?.[0], weeks: poisson.duration });
  expect(best?.llr).toBeCloseTo(poisson.score, 6);
  expect(Math.abs((best?.p ?? 0) - poisson.p)).toBeLessThan(pTolerance(poisson.p, 199));
  expectTop(poisson.top, { seen: counts, expected, zones: circles });
});

test("New Mexico 1973–91, any years: SaTScan's clusters with a constant population", () => {
  const { ids, scanned, constant, options, reported } = satscanRun("scan_poisson_nm_retrospective_constpop");
  expectReported(poissonScan({ ...scanned, expected: constant }, options), reported, { ids });
});

describe("lung cancer in Pennsylvania: one step of time", () => {
  const { input, expected } = reference("scan_spatial_poisson_penn_lung");
  const { ids, cases: counts, population, expected_strata_adjusted, xy_km } = input;
  const options = { longest: 1, replicates: REPLICATES, random: randomOf(1, "pennsylvania") };
  const scanned = { counts, weeks: 1, circles: circlesOf(xy_km) };

  test("SaTScan's clusters on the population", () => {
    expectReported(poissonScan({ ...scanned, expected: population }, options), expected.clusters, { ids });
  });

  test("SpatialEpi's on expected counts by age and sex", () => {
    const { most_likely, secondary } = expected.SpatialEpi_kulldorff_poisson_strata_adjusted;
    const reported = [most_likely, ...secondary].map(
      ({ cases, expected: theirs, p, ...rest }): Reported => ({
        ...rest,
        ...{ observed: cases, expected_2dp: theirs, p_value: p },
      }),
    );
    const found = poissonScan({ ...scanned, expected: expected_strata_adjusted }, options);
    expectReported(found, reported, { ids, theirs: 999 });
  });

  test("SpatialEpi's binomial model, not ours, finds the same places", () => {
    const { most_likely, secondary } = expected.SpatialEpi_kulldorff_binomial;
    const found = poissonScan(
      { ...scanned, expected: population },
      { ...options, replicates: 0, mostClusters: 2 },
    );
    expect(found.map(({ zones }) => zones.map((zone) => ids[zone]))).toEqual(
      [most_likely, ...secondary].map((cluster) => [...cluster.ids].sort()),
    );
  });
});

test("SaTScan's own sample, of which only what was expected is known, to two decimals", () => {
  const { input, expected } = reference("scan_poisson_nm_satscan_bundled_sample");
  for (const { observed, expected_2dp, llr } of expected.clusters as Reported[]) {
    const ratio = (error: number) => logLikelihoodRatio(observed, expected_2dp + error, input.total_cases);
    expect(ratio(0.005)).toBeLessThan(llr);
    expect(ratio(-0.005)).toBeGreaterThan(llr);
  }
});

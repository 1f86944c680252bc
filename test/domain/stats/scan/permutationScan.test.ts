import { expect, test } from "vitest";
import { permutationScan } from "../../../../domain/stats/scan/permutationScan.ts";
import { randomOf } from "../../../../server/simulate/random.ts";
import { reference } from "../reference.ts";
import { expectReported, pTolerance, REPLICATES, satscanRun, zoneMajor } from "./satscan.ts";
import { byMargins, expectTop, sets } from "./scanstatistics.ts";

test.each(["scan_stp_city20_weekly_injected", "scan_stp_city20_weekly_null", "scan_stp_nm_prospective"])(
  "%s: the clusters of SaTScan's space-time permutation, most of them chance",
  (name) => {
    const { ids, scanned, options, reported } = satscanRun(name);
    expectReported(permutationScan(scanned, options), reported, { ids });
  },
);

test("New Mexico 1986–89: R scanstatistics' scan_permutation over the same 415 zone sets", () => {
  const { counts, zones_0based, permutation } = reference("scan_scanstatistics_newmexico");
  const circles = sets(zones_0based);
  const [best] = permutationScan(
    { counts: zoneMajor(counts), weeks: 4, circles },
    { longest: 4, maxShare: 1, mostClusters: 1, replicates: REPLICATES, random: randomOf(1, "new mexico") },
  );
  expect(best?.zones).toEqual(circles[permutation.zone - 1]?.[0]);
  expect(best?.weeks).toBe(permutation.duration);
  expect(best?.llr).toBeCloseTo(permutation.score, 6);
  expect(Math.abs((best?.p ?? 0) - permutation.p)).toBeLessThan(pTolerance(permutation.p, 999));
  expectTop(permutation.top, { seen: counts, expected: byMargins(counts), zones: circles });
});

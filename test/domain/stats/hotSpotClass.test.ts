import { expect, test } from "vitest";
import { hotSpotClass, type Sign } from "../../../domain/stats/hotSpotClass.ts";
import { reference } from "./reference.ts";

type Case = {
  signif: Sign[];
  mk_tau: number;
  mk_p: number;
  sfdep: string;
  esri_current_text: string;
  also_allowed: string[];
  agree: boolean;
};
const { alpha, cases }: { alpha: number; cases: Case[] } = reference("ehsa_classifier_rules");
const mexico = reference("ehsa_sfdep_newmexico_counts");

type County = { gi_star: number[]; p_sim: number[]; mk_tau: number; mk_sl: number; classification: string };

const trendOf = (tau: number, p: number): Sign => (p <= alpha ? (Math.sign(tau) as Sign) : 0);
const worded = (name: string) =>
  name === "no pattern detected" ? "none" : name.replace(/ (hot|cold)spot/, "_$1");

test.each(cases)("$signif, trend $mk_tau, is a $esri_current_text in the published text", (row) => {
  const found = hotSpotClass(row.signif, trendOf(row.mk_tau, row.mk_p));
  expect(found).toBe(worded(row.esri_current_text));
  if (row.agree) expect(found).toBe(worded(row.sfdep));
});

test("all seventeen classes are met", () => {
  const mirrored = cases.map((row) => ({
    signs: row.signif.map((s) => -s as Sign),
    trend: -trendOf(row.mk_tau, row.mk_p),
  }));
  const met = [
    ...cases.map((row) => hotSpotClass(row.signif, trendOf(row.mk_tau, row.mk_p))),
    ...mirrored.map(({ signs, trend }) => hotSpotClass(signs, trend as Sign)),
  ];
  expect(new Set(met).size).toBe(17);
});

test("cold mirrors hot, the trend with it", () => {
  for (const { signif, mk_tau, mk_p } of cases) {
    const trend = trendOf(mk_tau, mk_p);
    const mirrored = hotSpotClass(
      signif.map((sign) => (0 - sign) as Sign),
      (0 - trend) as Sign,
    );
    const swapped = hotSpotClass(signif, trend).replace(/hot|cold/, (kind) =>
      kind === "hot" ? "cold" : "hot",
    );
    expect(mirrored).toBe(swapped);
  }
});

test("New Mexico's counties are classed as by R sfdep, which also calls sporadic what ended before the last step", () => {
  const differing = mexico.expected.zones.flatMap(({ gi_star, p_sim, ...zone }: County) => {
    const steps = gi_star.map((z, t) => ((p_sim[t] ?? 1) <= mexico.threshold ? Math.sign(z) : 0) as Sign);
    const found = hotSpotClass(steps, trendOf(zone.mk_tau, zone.mk_sl));
    if (found === worded(zone.classification)) return [];
    return [`${found}, last step ${steps.at(-1)}, sfdep ${zone.classification}`];
  });
  expect(mexico.expected.zones).toHaveLength(32);
  expect(differing).toEqual(Array(15).fill("none, last step 0, sfdep sporadic coldspot"));
});

test("no step has no class", () => {
  expect(() => hotSpotClass([], 0)).toThrow(RangeError);
});

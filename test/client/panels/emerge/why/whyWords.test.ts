import { expect, test } from "vitest";
import type { Saying } from "../../../../../client/panels/emerge/findingWords.ts";
import { reasons } from "../../../../../client/panels/emerge/why/whyWords.ts";
import { startWords, words } from "../../../../../client/words.ts";
import { finding, sample } from "../sample.ts";

await startWords("it");

const saying = (lang: "it" | "en"): Saying => ({
  t: words.getFixedT(lang),
  lang,
  zoneName: (id) => id,
  needName: (id) => id,
});
const kinds = ["zone", "cluster", "city", "trend"] as const;

test.each(["it", "en"] as const)(
  "in %s no reason leaves a gap where a number of the method belongs",
  (lang) => {
    const findings = [null, ...kinds.map((kind) => finding({ kind })), finding({ corrected: false })];
    for (const one of findings) {
      const said = reasons(saying(lang), one, sample()).flatMap((reason) => reason.said);
      expect(said.join(" ")).not.toMatch(/\{\{|undefined|NaN|emerge\./);
      expect(said.every((text) => text.length > 20)).toBe(true);
    }
  },
);

test("a group says the weeks it is told of; a trend its months, and no rounded figure", () => {
  const [compared] = reasons(saying("it"), finding({ kind: "cluster", weeks: 3 }), sample());
  expect(compared?.said[0]).toContain("Le ultime 3 settimane chiuse (02–22 nov 2026) con le 26");
  const trend = reasons(saying("it"), finding({ kind: "trend", since: "2025-11-01", weeks: null }), sample());
  expect(trend.map(({ about }) => about)).not.toContain("rounded");
  expect(trend[0]?.said[0]).toMatch(/nov 2025.+nov 2026/);
});

test("where nobody’s hours are known it is said that looking more may be all there is", () => {
  const said = reasons(saying("it"), finding({ corrected: false }), sample());
  expect(said.find(({ about }) => about === "effort")?.said[0]).toMatch(/^Qui non si toglie/);
});

import { expect, test } from "vitest";
import type { NeedRate } from "../../client/needRate.ts";
import { needWords } from "../../client/needWords.ts";
import { startWords, words } from "../../client/words.ts";

await startWords("it");

const withheld = (under: number | null): NeedRate => ({
  ...{ rate: null, upTo: null, hours: 12, period: null },
  ...{ missing: "small", under },
});

test("a withheld figure is marked by its own threshold and said in words that hold for a noisy or a repeated few", () => {
  const it = { t: words.getFixedT("it"), lang: "it" as const };
  const en = { t: words.getFixedT("en"), lang: "en" as const };
  const [five, ten] = [needWords(it, withheld(5)), needWords(en, withheld(10))];
  expect([five.text, ten.text]).toEqual([expect.stringContaining("<5"), expect.stringContaining("<10")]);
  expect(five.why).toMatch(/per essere pubblicat[io]/);
  expect(ten.why).toMatch(/too small to (publish|be published)/);
});

test("what may be one person seen again and again is said to be withheld, and not to be less than anything", () => {
  for (const lang of ["it", "en"] as const) {
    const { text, why } = needWords({ t: words.getFixedT(lang), lang }, withheld(null));
    expect(`${text} ${why}`).not.toMatch(/[<\d]/);
    expect(text).toMatch(/trattenuto|withheld/);
  }
});

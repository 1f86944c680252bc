import { expect, test } from "vitest";
import type { NeedRate } from "../../client/needRate.ts";
import { needWords } from "../../client/needWords.ts";
import { startWords, words } from "../../client/words.ts";

await startWords("it");

const withheld = (under: number): NeedRate => ({
  ...{ rate: null, upTo: null, hours: 12, period: null },
  ...{ missing: "small", under },
});

test("a withheld figure is marked by its own threshold and said in words that hold for a noisy or a repeated few", () => {
  const it = { t: words.getFixedT("it"), lang: "it" as const };
  const en = { t: words.getFixedT("en"), lang: "en" as const };
  expect(needWords(it, withheld(5))).toEqual({ text: "<5", why: "troppo pochi per essere pubblicati" });
  expect(needWords(en, withheld(10))).toEqual({ text: "<10", why: "too small to publish" });
});

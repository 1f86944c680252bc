import { expect, test } from "vitest";
import { type NeedSource, needRate } from "../../client/needRate.ts";
import { needWords } from "../../client/needWords.ts";
import { startWords, words } from "../../client/words.ts";

await startWords("it");

const source = (value: number | null, hours: number): NeedSource => ({
  chain: [
    {
      ...{ id: "2026-Q3", kind: "quarter", from: "2026-07-01", to: "2026-09-30", closed_at: "" },
      views: [{ view: "total", by: [], value: [value] }],
    },
  ],
  hours: new Map([
    [
      "2026-Q3",
      { hours: { zone: ["Q1"], slot: ["s"], weekpart: ["weekday"], service: ["a"], hours: [hours] } },
    ],
  ]),
  rules: { needs: [], threshold: 5, sensitiveThreshold: 10, variance: 2, sensitiveVariance: 3 },
  competent: null,
});
const said = (value: number | null, hours: number) =>
  needWords({ t: words.getFixedT("it"), lang: "it" }, needRate(source(value, hours), { needs: null })).text;

test("a rate from few numbers is only likely, and said with its interval", () => {
  // 7 ± 1.28·√(7 + 2) = 3.16 … 10.84 over 7 hours, times 10.
  expect(said(7, 7)).toBe("forse 10,0, da 5 a 15");
  expect(said(98, 98)).toBe("10,0");
});

test("nobody there to see is not too few", () => {
  expect(said(null, 12)).toBe("troppo pochi (<5)");
  expect(said(null, 0)).toBe("nessuna presenza: non noto");
});

import { expect, test } from "vitest";
import { startWords, words } from "../../client/words.ts";

test("in Italian the eighth and the eleventh of a month begin with a vowel", async () => {
  await startWords("it");
  expect(words.t("emerge.closed", { date: "8 lug 2026" })).toBe("chiuso l’8 lug 2026");
  expect(words.t("emerge.chart.asOf", { date: "11 mar 2026" })).toBe("come si sapeva l’11 mar 2026");
  expect(words.t("emerge.chart.weekOf", { date: "8 set 2025" })).toBe("settimana dell’8 set 2025");
  expect(words.t("emerge.closed", { date: "18 mar 2026" })).toBe("chiuso il 18 mar 2026");
  await startWords("en");
  expect(words.t("emerge.closed", { date: "8 Jul 2026" })).toBe("closed on 8 Jul 2026");
});

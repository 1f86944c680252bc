import { beforeAll, expect, test } from "vitest";
import { headOf, stateText } from "../../../client/panels/table/exportTable.ts";
import { startWords, words } from "../../../client/words.ts";

beforeAll(() => startWords("it"));

const state = (level: number | null, seen: string[], said: { weeks: number; filtered: boolean }) =>
  stateText({ level, seen }, { t: words.t, ...said });

test("with services chosen, the state says that it speaks of those alone", () => {
  expect(state(0, [], { weeks: 13, filtered: true })).toBe("di solito nessuno tra quelli scelti");
  expect(state(1, ["us"], { weeks: 13, filtered: true })).toBe("1 servizio tra quelli scelti");
  expect(state(2, ["us", "pl"], { weeks: 13, filtered: false })).toBe("2 servizi");
  expect(state(null, [], { weeks: 13, filtered: true })).toBe("non noto");
});

test("of a single week nothing is usual: services are seen, or nobody is", () => {
  expect(state(0, [], { weeks: 1, filtered: false })).toBe("nessuno");
  expect(words.t(`table.${headOf("seen", { weeks: 1 })}`)).toBe("Servizi visti");
  expect(words.t(`table.${headOf("seen", { weeks: 13 })}`)).toBe("Servizi visti di solito");
  expect(words.t(`table.${headOf("rare", { weeks: 1 })}`)).toBe("Previsti, o visti non ogni giorno");
});

import { expect, test } from "vitest";
import { gapMark, gapSentence, gapsSentence, gapTip } from "../../client/panels/gaps/gapWords.ts";
import type { Telling } from "../../client/sentences.ts";
import { type Lang, startWords, words } from "../../client/words.ts";
import { hoursFacts, parseSegments, placesOf, stretchesOf } from "../../domain/chosenHours.ts";
import type { ZoneGap } from "../../domain/gaps/gapsOf.ts";
import type { Gap } from "../../domain/stats/gap.ts";

await startWords("it");

const telling = (lang: Lang): Telling => ({
  t: words.getFixedT(lang),
  lang,
  hours: hoursFacts(placesOf(stretchesOf(parseSegments("thu-22-06"), 6), "once"), 6),
  filtered: false,
  byDay: false,
  weeks: 14,
  slotName: (id) => id,
  shelfLifeWeeks: 8,
});
const zone = (id: string, kind: Gap["class"], middle: number | null): ZoneGap => ({
  id,
  gap: {
    class: kind,
    state: middle === null ? "unknown" : "known",
    uncovered: 8,
    middle,
    likely: null,
    interval: middle === null ? null : [middle * 0.6, middle * 1.5],
    chance: null,
    width: null,
  },
  lacking: ["salute", "conflitti"],
  needs: [],
  hours: 20,
  chosen: 8,
  threshold: 1,
  origins: [],
});
const name = (id: string) =>
  ({ Q1: "Oltre Savio", Q2: "Cesuola", salute: "Salute", conflitti: "Conflitti" })[id] ?? id;
const [sure, other] = [zone("Q1", "gap", 3.4), zone("Q2", "gap", 2)];
const [maybe, hidden] = [zone("Q3", "uncertain", 1.3), zone("Q4", "unknown", null)];

test("the network: where need stays uncovered, and of how many zones too little is known", () => {
  const all = [sure, other, maybe, hidden];
  expect(gapsSentence(telling("it"), { act: [sure, other], zones: all }, name)).toBe(
    "Il giovedì tra le 22 e le 6 il bisogno resta scoperto a <b>Oltre Savio</b> e <b>Cesuola</b>. Di una zona sappiamo troppo poco.",
  );
  expect(gapsSentence(telling("en"), { act: [sure], zones: [sure] }, name)).toBe(
    "On Thursdays between 22:00 and 6:00 need stays uncovered in <b>Oltre Savio</b>.",
  );
  expect(gapsSentence(telling("it"), { act: [], zones: [maybe, hidden, hidden] }, name)).toBe(
    "Il giovedì tra le 22 e le 6 <b>nessuna zona</b> è sicuramente scoperta. Di due zone sappiamo troppo poco.",
  );
});

test("beyond four zones the others are counted", () => {
  const six = Array.from({ length: 6 }, (_, i) => zone(`Z${i}`, "gap", 2));
  expect(gapsSentence(telling("it"), { act: six, zones: six }, name)).toContain(
    "<b>Z3</b> e <b>altre due zone</b>",
  );
});

test("sure is told plainly, unsure with forse, unknown without a number", () => {
  const marks = [sure, maybe, hidden, zone("Q5", "covered", null)].map((one) => gapMark(telling("it"), one));
  expect(marks).toEqual(["3,4", "forse 1,3", "non noto", "coperto"]);
  expect(gapTip(telling("it"), sure, name)).toBe(
    "Circa 3,4 episodi attesi senza nessuno (da 2,0 a 5,1): salute, conflitti. Scoperte 8 ore su 8.",
  );
  expect(gapSentence(telling("it"), maybe, name)).toContain("<b>forse 1,3 episodi</b>");
  expect(gapSentence(telling("en"), hidden, name)).toContain("we <b>do not know</b>");
});

test("a figure that leaves out needs which may lack too says of which it is", () => {
  const among = (kind: Gap["class"]) => {
    const { gap, ...one } = zone("Q1", kind, 3.4);
    const rest = (need: string) => ({ need, gap, hours: 20 });
    return { ...one, gap, lacking: ["salute"], needs: [rest("salute"), rest("conflitti")] };
  };
  const when = "Il giovedì tra le 22 e le 6";
  expect(gapSentence(telling("it"), among("gap"), name)).toBe(
    `${when} restano scoperti circa <b>3,4 episodi</b> a settimana (da 2,0 a 5,1), contando solo i bisogni sicuramente scoperti: salute.`,
  );
  expect(gapSentence(telling("it"), among("uncertain"), name)).toBe(
    `${when} nessun bisogno è sicuramente scoperto. Tra quelli incerti il maggiore è salute: <b>forse 3,4 episodi</b> a settimana (da 2,0 a 5,1).`,
  );
  expect(gapSentence(telling("it"), among("below"), name)).toBe(
    `${when} ogni bisogno, da solo, è <b>sotto la soglia</b>: al più circa 3,4 episodi a settimana (salute).`,
  );
  expect(gapSentence(telling("it"), { ...among("gap"), lacking: ["salute", "conflitti"] }, name)).toContain(
    "(da 2,0 a 5,1): salute, conflitti.",
  );
});

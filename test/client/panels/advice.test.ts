import { beforeAll, expect, test } from "vitest";
import {
  type AdviceAnswer,
  adviceSentence,
  meetsText,
  needsText,
  provenText,
} from "../../../client/panels/advice/adviceWords.ts";
import type { Telling } from "../../../client/sentences.ts";
import { startWords, words } from "../../../client/words.ts";

beforeAll(() => startWords("it"));

const telling = { t: words.t, lang: "it" } as Telling;
const act: AdviceAnswer["shifts"][number] = {
  service: "ca",
  zone: "Q05",
  shift: "ca.Q05.thu-22-01",
  hour: 94,
  length: 3,
  purpose: "act",
  meets: { middle: 1.32, interval: [0.61, 2.14] },
  needs: [
    { need: "Giovani", worth: 0.8, interval: [0.3, 1.2] },
    { need: "Salute", worth: 0.52, interval: [0.2, 0.9] },
  ],
};
const look: typeof act = {
  ...act,
  purpose: "look",
  meets: null,
  needs: ["Giovani", "Salute", "Cibo", "Casa"].map((need) => ({ need, worth: 1, interval: null })),
};
const answer: AdviceAnswer = {
  period: "2026-Q3",
  hours: 6,
  shifts: [act, look],
  meets: { middle: 1.32, interval: [0.61, 2.14] },
  look_hours: 2,
  unused: 1,
  share: 1,
};
const same = (name: string) => name;

test("what the hours would reach, with how sure it is; unused hours are not counted", () => {
  expect(adviceSentence(telling, answer)).toBe(
    "Con <b>5 ore</b> a settimana si raggiungerebbero circa <b>1,3 episodi</b> che oggi non incontrano nessuno (da 0,6 a 2,1).",
  );
  const nothing = { ...answer, meets: { middle: 0, interval: [0, 0] as [number, number] } };
  expect(adviceSentence(telling, nothing)).toContain("si andrebbe a vedere");
  expect(adviceSentence(telling, { ...answer, shifts: [] })).toContain("nessun turno");
});

test("the proof is told as it is: the best, or by how much another could be better", () => {
  expect(provenText(telling, answer)).toContain("la scelta migliore");
  expect(provenText(telling, { ...answer, share: 0.976 })).toBe(
    "La scelta migliore possibile varrebbe al più il 2,5 % in più di questa: è dimostrato.",
  );
});

test("a shift that acts says figures, one that looks says only of what", () => {
  expect(meetsText(telling, act)).toBe("circa 1,3 episodi a settimana (da 0,6 a 2,1)");
  expect(needsText(telling, act, same)).toBe("giovani 0,8 (0,3–1,2) · salute 0,5 (0,2–0,9)");
  expect(meetsText(telling, look)).toBeNull();
  expect(needsText(telling, look, same)).toBe("per sapere di più su giovani, salute, cibo e altro");
});

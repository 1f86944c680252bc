import { describe, expect, test } from "vitest";
import {
  findingSentence,
  newsSentence,
  type Saying,
  sinceText,
  trustNotes,
} from "../../../../client/panels/emerge/findingWords.ts";
import { headline } from "../../../../client/panels/emerge/headlineWords.ts";
import { type Lang, startWords, words } from "../../../../client/words.ts";
import type { Finding, News, State } from "../../../../domain/emerging/reading.ts";
import { finding } from "./sample.ts";

await startWords("it");

const NAMES: Record<string, [string, string]> = {
  Q01: ["Centro Urbano", "Centro Urbano"],
  Q03: ["Fiorenzuola", "Fiorenzuola"],
  Q09: ["Al Mare", "Al Mare"],
  solitudine: ["Solitudine", "Loneliness"],
  azzardo: ["Gioco d’azzardo", "Gambling"],
};

async function saying(lang: Lang): Promise<Saying> {
  await words.changeLanguage(lang);
  const name = (id: string) => NAMES[id]?.[lang === "it" ? 0 : 1] ?? id;
  return { t: words.getFixedT(lang), lang, zoneName: name, needName: name };
}

const ended = (why: News["why"], patch: Partial<Finding> = {}): News => ({
  change: "ended",
  finding: finding(patch),
  before: finding(patch),
  why,
});

describe("a finding is a sentence", () => {
  test("that says need, zones and how much", async () => {
    const it = await saying("it");
    expect(findingSentence(it, finding({ zones: ["Q01", "Q03"] }))).toBe(
      "<b>Solitudine</b> a <b>Centro Urbano e Fiorenzuola</b>: circa il doppio dell’atteso.",
    );
    expect(findingSentence(it, finding({ zones: ["Q09"], ratio: 1.5 }))).toBe(
      "<b>Solitudine</b> ad <b>Al Mare</b>: circa la metà in più dell’atteso.",
    );
    expect(findingSentence(it, finding({ kind: "city", need: "azzardo", zones: [], ratio: 3 }))).toBe(
      "<b>Gioco d’azzardo</b> in <b>tutta la rete</b>: tre volte l’atteso o più.",
    );
    expect(findingSentence(it, finding({ kind: "trend", ratio: null }))).toBe(
      "<b>Solitudine</b> a <b>Fiorenzuola</b>: sale piano, mese dopo mese.",
    );
    const en = await saying("en");
    expect(findingSentence(en, finding({ zones: ["Q01", "Q03"] }))).toBe(
      "<b>Loneliness</b> in <b>Centro Urbano and Fiorenzuola</b>: about twice what was expected.",
    );
  });

  test("that names four zones and counts the rest, but never says “and one more”", async () => {
    const it = await saying("it");
    const zones = ["A", "B", "C", "D", "E", "F", "G"];
    expect(findingSentence(it, finding({ zones }))).toContain("ad <b>A, B, C, D e altre tre</b>");
    expect(findingSentence(it, finding({ zones: zones.slice(0, 5) }))).toContain("ad <b>A, B, C, D e E</b>");
  });

  test("that says since when, in weeks or months up to that close", async () => {
    const it = await saying("it");
    expect(sinceText(it, finding(), "2026-11-16")).toBe("da tre settimane");
    expect(sinceText(it, finding({ since: "2026-11-16" }), "2026-11-16")).toBe("da una settimana");
    expect(sinceText(it, finding({ kind: "trend", since: "2025-11-01" }), "2026-11-16")).toBe("da 12 mesi");
    const en = await saying("en");
    expect(sinceText(en, finding({ since: "2026-10-12" }), "2026-11-16")).toBe("for six weeks");
  });

  test("with how far it may be trusted: more outings, a single close, who agrees", async () => {
    const it = await saying("it");
    expect(trustNotes(it, finding())).toEqual([
      "Anche tolto l’effetto delle uscite in più.",
      "Due servizi concordi; evidenza forte.",
    ]);
    expect(
      trustNotes(it, finding({ corrected: false, grade: "to_confirm", services: null, strength: "fair" })),
    ).toEqual([
      "Non corretto per le uscite: potrebbe essere che si è guardato di più.",
      "Da confermare: finora in una sola chiusura su tre.",
      "Evidenza discreta.",
    ]);
    expect(trustNotes(it, finding({ kind: "trend", grade: "slow" }))[0]).toMatch(/^Per ora di presenza/);
  });
});

describe("what is new is a sentence each", () => {
  test("it appears, grows, spreads or is confirmed", async () => {
    const it = await saying("it");
    const now = finding({ zones: ["Q03", "Q09"], ratio: 2 });
    const news = (change: News["change"], before: Finding | null): News => ({
      change,
      finding: now,
      before,
      why: null,
    });
    expect(newsSentence(it, news("appeared", null))).toBe(
      "Appare <b>solitudine</b> a <b>Fiorenzuola e Al Mare</b>: circa il doppio dell’atteso.",
    );
    expect(newsSentence(it, news("grew", { ...now, ratio: 1.5 }))).toContain(
      "circa il doppio dell’atteso; alla chiusura prima circa la metà in più dell’atteso.",
    );
    expect(newsSentence(it, news("grew", finding()))).toBe(
      "Si allarga <b>solitudine</b>: ora anche ad <b>Al Mare</b>.",
    );
    expect(newsSentence(it, news("confirmed", finding()))).toMatch(/^Si conferma <b>solitudine<\/b>/);
    const en = await saying("en");
    expect(newsSentence(en, news("grew", finding()))).toBe(
      "<b>Loneliness</b> is spreading: now also in <b>Al Mare</b>.",
    );
  });

  test("what ended is called normal only where that is known", async () => {
    for (const [lang, calm, norm] of [
      ["it", "Non è un segno di calma.", "Rientra nella norma"],
      ["en", "not a sign of calm", "back to what is expected"],
    ] as const) {
      const say = await saying(lang);
      expect(newsSentence(say, ended("norm"))).toContain(norm);
      for (const why of ["few", "unknown"] as const) {
        expect(newsSentence(say, ended(why))).toContain(calm);
        expect(newsSentence(say, ended(why))).not.toContain(norm);
      }
    }
    const it = await saying("it");
    expect(newsSentence(it, ended("norm", { kind: "trend" }))).toBe(
      "Non sale più <b>solitudine</b> a <b>Fiorenzuola</b>.",
    );
  });
});

describe("the headline", () => {
  const rest: State[] = ["norm", "few", "unknown"];

  test("counts each need once, where it is surest, and never calls the rest calm", async () => {
    const it = await saying("it");
    const found = [
      finding(),
      finding({ grade: "to_confirm", zones: ["Q09"] }),
      finding({ need: "giovani", grade: "to_confirm" }),
      finding({ need: "abitare", grade: "slow" }),
    ];
    expect(headline(it, found, rest)).toBe(
      "Un bisogno è <b>cresciuto, confermato</b>, uno <b>va confermato</b>, uno <b>sale piano</b>. Il resto è nella norma o non si può dire.",
    );
    const two = [finding({ grade: "to_confirm" }), finding({ grade: "to_confirm", need: "giovani" })];
    expect(headline(it, two, ["norm"])).toBe("Due bisogni <b>vanno confermati</b>. Il resto è nella norma.");
  });

  test("with nothing found says of how much it cannot be told", async () => {
    const it = await saying("it");
    expect(headline(it, [], rest)).toBe(
      "Nessun bisogno risulta cresciuto oltre il caso. Ma in 2 casi su 3 non si può dire: non è calma.",
    );
    expect(headline(it, [], ["unknown", "few"])).toContain("non si può dire di nessuna zona");
    expect(headline(it, [], ["norm"])).toBe("Nessun bisogno risulta cresciuto oltre il caso.");
    const en = await saying("en");
    expect(headline(en, [], rest)).toContain("in 2 cases of 3 it cannot be told");
  });
});

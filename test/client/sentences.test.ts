import { expect, test } from "vitest";
import { hoursLabel, hoursTitle } from "../../client/hoursWords.ts";
import { networkSentence, type Telling, zoneLine, zoneSentence } from "../../client/sentences.ts";
import { type Lang, startWords, words } from "../../client/words.ts";
import { hoursFacts, parseSegments, placesOf, type Repeat, stretchesOf } from "../../domain/chosenHours.ts";
import type { ZoneState } from "../../domain/zoneMarks.ts";

await startWords("it");

const facts = (text: string, repeat: Repeat = "once") =>
  hoursFacts(placesOf(text ? stretchesOf(parseSegments(text), 6) : [], repeat), 6);
const telling = (lang: Lang, text: string, repeat: Repeat = "once"): Telling => ({
  t: words.getFixedT(lang),
  lang,
  hours: facts(text, repeat),
  filtered: false,
  byDay: repeat !== "once",
  weeks: 14,
  slotName: (id) => id,
  shelfLifeWeeks: 8,
});
const zone = (level: ZoneState["level"], seen: string[], rare: string[] = []): ZoneState => ({
  zone: "Q01",
  level,
  seen,
  rare,
  rhythms: rare.map((service) => ({ service, rhythm: "missing" as const, seen: 1, of: 14 })),
  stale: level === null ? { slots: ["notte"], all: true, last: null } : null,
});
const nameOf = (id: string) => ({ pg: "Progetto Giovani", ca: "Caritas" })[id] ?? id;
const four = ["a", "b", "c", "d"];

test("four services and a fifth that is rarely seen", () => {
  expect(zoneSentence(telling("it", "fri-22-24"), zone(4, four, ["pg"]), nameOf)).toBe(
    "Il venerdì tra le 22 e le 24 ci sono di solito <b>quattro servizi</b>. Un quinto, Progetto Giovani, è in turno ma si è visto di rado.",
  );
  expect(zoneSentence(telling("en", "fri-22-24"), zone(4, four, ["pg"]), nameOf)).toBe(
    "On Fridays between 22:00 and 24:00 there are usually <b>four services</b>. A fifth, Progetto Giovani, is planned but has rarely been seen.",
  );
});

test("one is singular, nobody is known, not known is neither", () => {
  const monday = telling("it", "mon-01-02");
  expect(zoneSentence(monday, zone(1, ["a"]), nameOf)).toBe(
    "Nella notte tra lunedì e martedì, tra l’1 e le 2, c’è di solito <b>un servizio</b>.",
  );
  expect(zoneSentence(monday, zone(0, [], ["ca", "pg"]), nameOf)).toBe(
    "Nella notte tra lunedì e martedì, tra l’1 e le 2, di solito <b>nessuno</b>. I servizi Caritas e Progetto Giovani sono in turno ma si sono visti di rado.",
  );
  expect(zoneSentence(telling("en", "mon-01-02"), zone(0, []), nameOf)).toBe(
    "In the night between Monday and Tuesday, between 1:00 and 2:00, there is usually <b>nobody</b>, and we know it.",
  );
  expect(zoneSentence(monday, zone(null, []), nameOf)).toContain("<b>non si sa</b>");
  expect(zoneSentence(monday, zone(null, []), nameOf)).toContain("più di otto settimane");
  expect(zoneSentence(telling("en", ""), zone(null, []), nameOf)).toContain(
    "In a week we <b>do not know</b>",
  );
});

test("who is on shift and records no outings leaves a zone not known, and is named", () => {
  const rhythms = [{ service: "ca", rhythm: "declared" as const, seen: 0, of: 14 }];
  const silent = { ...zone(null, [], ["ca"]), rhythms, stale: null };
  expect(zoneSentence(telling("it", "fri-22-24"), silent, nameOf)).toBe(
    "Il venerdì tra le 22 e le 24 <b>non si sa</b> chi c’è. Il servizio Caritas è in turno, ma non registra le uscite.",
  );
  expect(zoneSentence(telling("en", "fri-22-24"), silent, nameOf)).toBe(
    "On Fridays between 22:00 and 24:00 <b>it is not known</b> who is there. The service Caritas is on shift, but does not record its outings.",
  );
  const also = { ...zone(1, ["a"]), rhythms };
  expect(zoneSentence(telling("it", "fri-22-24"), also, nameOf)).toMatch(
    /un servizio<\/b>\. Il servizio Caritas/,
  );
});

test("above ten, figures", () => {
  const eleven = zone(
    4,
    Array.from({ length: 11 }, (_, i) => String(i)),
    ["pg"],
  );
  expect(zoneSentence(telling("it", ""), eleven, nameOf)).toBe(
    "In una settimana ci sono di solito <b>11 servizi</b>. Il servizio Progetto Giovani è in turno ma si è visto di rado.",
  );
});

test("days are named as people say them", () => {
  const say = (lang: Lang, text: string, repeat: Repeat = "once") =>
    zoneSentence(telling(lang, text, repeat), zone(1, ["a"]), nameOf).split(/ (c’è|there)/)[0];
  expect(say("it", "sun-06-06")).toBe("La domenica");
  expect(say("it", "fri-22-24", "weekdays")).toBe("Nei giorni feriali tra le 22 e le 24");
  expect(say("it", "fri-22-06", "daily")).toBe("Ogni giorno tra le 22 e le 6");
  expect(say("it", "sat-09-12,sun-09-12")).toBe("Nel fine settimana tra le 9 e le 12");
  expect(say("it", "mon-09-12,wed-09-12,fri-09-12")).toBe("Di lunedì, mercoledì e venerdì tra le 9 e le 12");
  expect(say("it", "fri-22-06,sat-06-10")).toBe("Da venerdì alle 22 a sabato alle 10");
  expect(say("en", "fri-22-06,sat-06-10")).toBe("From Friday 22:00 to Saturday 10:00");
  expect(say("it", "mon-09-11,wed-15-16")).toBe("Nelle 3 ore scelte");
});

test("labels are short", () => {
  const [t, e] = [words.getFixedT("it"), words.getFixedT("en")];
  expect(hoursLabel(t, "it", facts("fri-22-24"))).toBe("ven 22–24");
  expect(hoursLabel(t, "it", facts("fri-00-02"))).toBe("notte di ven 00–02");
  expect(hoursLabel(t, "it", facts(""))).toBe("tutta la settimana");
  expect(hoursLabel(e, "en", facts("fri-22-06", "daily"))).toBe("every day 22–06");
  expect(hoursTitle(t, "it", facts("fri-22-24"))).toBe("venerdì 22–24");
  expect(zoneLine(telling("it", "fri-22-24"), "Centro Urbano", zone(4, four))).toBe(
    "<b>Centro Urbano</b>, venerdì 22–24: di solito <b>quattro servizi</b>.",
  );
});

test("the network: served, empty and not known are counted apart, in words", () => {
  const states = [zone(2, ["a", "b"]), zone(1, ["a"]), zone(0, []), zone(null, []), zone(null, [])];
  expect(networkSentence(telling("it", "fri-22-24"), states)).toBe(
    "Il venerdì tra le 22 e le 24 <b>due zone su cinque</b> hanno di solito almeno un servizio. In una non c’è nessuno, e si sa. Di due non si sa.",
  );
  expect(networkSentence({ ...telling("en", "fri-22-24"), filtered: true }, states.slice(1, 3))).toBe(
    "On Fridays between 22:00 and 24:00 <b>one zone of two</b> usually has at least one service among those chosen. In one there is nobody among those chosen, and we know it.",
  );
});

const rhythm = (kind: "alternate" | "some" | "days"): ZoneState => ({
  ...zone(0, [], ["ca"]),
  rhythms: [{ service: "ca", rhythm: kind, seen: 6, of: 14 }],
});

test("nobody usually, but somebody at times, is not nobody and known", () => {
  const friday = telling("it", "fri-22-24");
  expect(zoneSentence(friday, rhythm("alternate"), nameOf)).toBe(
    "Il venerdì tra le 22 e le 24 di solito <b>nessuno</b>. Il servizio Caritas (6 su 14) passa a settimane alterne.",
  );
  expect(zoneSentence({ ...friday, filtered: true }, rhythm("some"), nameOf)).toBe(
    "Il venerdì tra le 22 e le 24 di solito <b>nessuno</b> tra quelli scelti. Tra quelli scelti il servizio Caritas (6 su 14) passa alcune settimane.",
  );
  expect(zoneSentence(telling("it", "mon-22-06", "daily"), rhythm("days"), nameOf)).toBe(
    "Ogni giorno tra le 22 e le 6 di solito <b>nessuno</b>. In alcuni giorni: Caritas (6 su 14).",
  );
  expect(networkSentence(friday, [rhythm("some"), zone(0, [])])).toMatch(
    /In una non c’è nessuno, e si sa\. In una c’è qualcuno solo a volte\.$/,
  );
});

test("what is not known says of which slots, and since when", () => {
  const stale = { ...zone(null, []), stale: { slots: ["notte"], all: false, last: "2026-03-01" } };
  expect(zoneSentence(telling("it", ""), stale, nameOf)).toBe(
    "Di alcune di queste ore <b>non si sa</b>: nella fascia notte non si vede nessuno da più di otto settimane.",
  );
  const all = { ...stale, stale: { ...stale.stale, all: true } };
  expect(zoneSentence(telling("it", ""), all, nameOf)).toContain("(l’ultima volta il 1 mar 2026)");
});

test("one week is no habit", () => {
  const once = { ...telling("it", "fri-22-24"), weeks: 1 };
  expect(zoneSentence(once, zone(1, ["a"]), nameOf)).toBe(
    "In questa settimana, il venerdì tra le 22 e le 24, si è visto <b>un servizio</b>.",
  );
  expect(zoneSentence(once, zone(0, [], ["ca"]), nameOf)).toBe(
    "In questa settimana, il venerdì tra le 22 e le 24, <b>non si è visto nessuno</b>. Il servizio Caritas era in turno ma non si è visto.",
  );
  expect(networkSentence(once, [zone(1, ["a"]), zone(0, [])])).not.toContain("di solito");
});

test("midnight is a word", () => {
  const say = (text: string) => networkSentence(telling("it", text), [zone(1, ["a"])]);
  expect(say("fri-22-06,sat-06-24")).toMatch(/^Da venerdì alle 22 fino alla mezzanotte di sabato, <b>/);
  expect(say("sat-00-01")).toMatch(/^Nella notte tra sabato e domenica, tra mezzanotte e l’1, <b>/);
});

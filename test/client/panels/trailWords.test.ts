import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import it from "../../../client/messages/it.json" with { type: "json" };
import { actionWords, detailWords, objectWords } from "../../../client/panels/places/trail/entryWords.ts";
import { KINDS } from "../../../client/panels/places/trail/seek.ts";
import { startWords, words } from "../../../client/words.ts";
import { root } from "../../../server/config.ts";

await startWords("it");
const t = words.getFixedT("it");

/** Every action the server's code notes, by its text: "session.opened". */
const noted = readdirSync(join(root, "server"), { recursive: true, encoding: "utf8" })
  .filter((path) => path.endsWith(".ts"))
  .flatMap((path) => [
    ...readFileSync(join(root, "server", path), "utf8").matchAll(
      /(?:action: |SHORTENED = )(?:[^"\n]*\? )?"([a-z_]+\.[a-z_]+)"(?: : "([a-z_]+\.[a-z_]+)")?/g,
    ),
  ])
  .flatMap(([, one, other]) => [one, other])
  .filter((action) => action !== undefined);

const entry = (object: string, detail: Record<string, string | number> = {}) => ({
  ...{ seq: 1, at: "2026-11-23T12:00:00.000Z", login: "ada", role: "coordinator" },
  ...{ action: "x.y", object, detail },
});

test("whatever is noted has words, and a kind to look for it by", () => {
  expect(noted).toContain("trail.shortened");
  expect(noted.length).toBeGreaterThan(20);
  for (const action of noted) {
    expect(Object.keys(it.trail.action)).toContain(action.replaceAll(".", "_"));
    expect([...KINDS, "demo"]).toContain(action.split(".")[0]);
  }
});

test("how somebody came in, or why not, is said in words", () => {
  expect(detailWords(t, entry("account/x", { by: "recovery code", left: 9 }))).toBe(
    "da: codice di recupero · codici rimasti: 9",
  );
  for (const why of ["wrong", "code needed", "no-role", "no-service", "disabled", "failed"])
    expect(Object.keys(it.trail.value)).toContain(why);
});

test("periods, files and deletions are named in words", () => {
  expect(actionWords(t, { action: "trail.shortened" })).toBe("righe più vecchie cancellate");
  expect(objectWords(t, "it", entry("period/2026-W46", { periods: 134 }))).toBe("09–15 nov 2026");
  expect(detailWords(t, entry("period/2026-W46", { periods: 134 }))).toBe("periodi: 134");
  expect(objectWords(t, "it", entry("import/0123456789ab", { kind: "outings" }))).toBe(
    "importazione 0123456789ab",
  );
  expect(detailWords(t, entry("import/0123456789ab", { kind: "outings" }))).toBe("tipo: uscite");
  expect(objectWords(t, "it", entry("trail"))).toBe("registro");
  expect(objectWords(t, "it", entry("session"))).toBe("");
});

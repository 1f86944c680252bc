import { afterAll, beforeAll, expect, test } from "vitest";
import { savedWords } from "../../../client/manage/words/savedWords.ts";
import { words } from "../../../client/words.ts";
import { run, sql } from "../../../server/db.ts";
import { bikeTurn, bikeUnit, type Row } from "../../server/editions/openTownDesk.ts";
import { openSaying } from "./saying.ts";

let town: Awaited<ReturnType<typeof openSaying>>;
beforeAll(async () => {
  town = await openSaying();
});
afterAll(() => town.close());

test("a list of views that would show what is hidden is said in words", async () => {
  for (const view of ["zone×need", "zone", "need", "total", "zone×slot", "slot×need", "slot"])
    for (const period of ["2026-09", "2026-Q3"])
      await run(town.published, sql`INSERT INTO closed_view VALUES (${period}, ${view}, 4)`);
  await town.edit("settings", ([row]) => {
    const settings = structuredClone(row) as { disclosure: { views: Record<string, string[][]> } };
    settings.disclosure.views["month"] = [["zone", "need"]];
    settings.disclosure.views["quarter"] = [["zone", "need"], ["zone"], ["need"], []];
    return [settings];
  });
  const [inItalian, inEnglish] = [await town.said("it"), await town.said("en")];
  await town.discard();
  await run(town.published, sql`DELETE FROM closed_view`);
  expect(inItalian).toEqual([expect.stringMatching(/^Così dalle cifre pubblicate si potrebbero ricavare/)]);
  expect(inEnglish).toEqual([expect.stringMatching(/^Hidden figures could then be worked out/)]);
});

test("what is refused as somebody's data is told as such, not as somebody else's change", async () => {
  const { revision, rows } = await town.rows("aims");
  const asked = { revision, rows: [...rows, { id: "x", name: "Mario Rossi 347 1234567" }] };
  const { status, body } = await town.ask("PUT", "draft/aims", asked);
  const problem = { status, type: String(body["type"]), detail: String(body["detail"]) };
  const t = words.getFixedT("it");
  expect(savedWords({ t, lang: "it" }, { state: "failed", problem })).toMatch(
    /^Non salvato: Sembra che ci sia un dato di una persona .* è ancora qui\.$/,
  );
});

test("what cannot be in the edition that waits is told in words before anybody publishes", async () => {
  const meadow = (rows: Row[]) =>
    JSON.parse(
      JSON.stringify(rows).replaceAll(/"fields"|\bfields\b(?=[;"])/g, (id) => id.replace("fields", "meadow")),
    );
  await town.edit("schedules", meadow);
  await town.edit("zones", meadow);
  expect((await town.publish()).body).toMatchObject({ edition: 1, takes_effect: "2027-01-01" });
  await town.edit("services", (rows) => [...rows, bikeUnit]);
  const { body } = await town.edit("schedules", (rows) => [...rows, bikeTurn]);
  expect(body).toMatchObject({ takes_effect: null, problems: [{ row: null, waits: { edition: 1 } }] });
  expect(await town.said("it")).toEqual([
    "Questa modifica entrerebbe anche nell’edizione 1, che vale dal 1 gen 2027, e lì non va. La zona «Campi» non c’è: scegline una che c’è.",
  ]);
  expect((await town.publish()).status).toBe(422);
  expect((await town.ask("GET", "editions")).body).toMatchObject({ current: 0, editions: [{ number: 1 }] });
});

import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { closeDb, run, sql } from "../../server/db.ts";
import { audit } from "../../server/disclosure/audit.ts";
import { ATTACKS, passed } from "../../server/disclosure/outcome.ts";
import { failures, type Report, reportIn } from "../../server/disclosure/report.ts";
import { openPublished, openSecret, openVault } from "../../server/store.ts";
import { type City, closeBy, closeCity, openCity, SECRET } from "./city.ts";
import { CLOSED, cubeCity, rowsOf, truths } from "./cube.ts";
import { goOut } from "./served.ts";

/** Attacks a city as an operator would, its server stopped. */
async function audited(open: City): Promise<Report> {
  for (const db of [open.vault, open.published]) await closeDb(db);
  const report = await audit({ network: open.network, data: open.folder, seeds: 3, onStep: () => undefined });
  open.vault = await openVault(open.folder, open.network);
  open.published = await openPublished(open.folder, open.network);
  return report;
}

const copies = () => readdirSync(tmpdir()).filter((name) => name.startsWith("sguardo-audit-"));

describe("the audit of an operator’s own data", () => {
  let open: City;
  let report: Report;
  let unchanged: boolean;
  beforeAll(async () => {
    open = await openCity(cubeCity, rowsOf(truths(81), 81));
    writeFileSync(join(open.folder, "secret"), SECRET);
    await closeBy(open, CLOSED);
    await goOut(open, ["2026-04-01", "2026-06-30"]);
    for (const db of [open.vault, open.published]) await run(db, sql`CHECKPOINT`);
    const files = ["vault.duckdb", "published.duckdb", "secret"].map((name) => join(open.folder, name));
    const bytes = () => Buffer.concat(files.map((file) => readFileSync(file)));
    const before = bytes();
    for (const db of [open.vault, open.published]) await closeDb(db);
    report = await audit({ network: open.network, data: open.folder, seeds: 3, onStep: () => undefined });
    unchanged = bytes().equals(before);
    open.vault = await openVault(open.folder, open.network);
    open.published = await openPublished(open.folder, open.network);
  });
  afterAll(() => closeCity(open));

  test("withstands every attack, and finds every number as the documented rule gives it", () => {
    expect(failures(report)).toEqual([]);
    const ran = ATTACKS.filter((id) => report.outcomes.some((one) => one.id === id));
    expect(ATTACKS.filter((id) => !ran.includes(id))).toEqual(["A11", "A18", "A19"]);
    expect(report.outcomes.filter((outcome) => passed(outcome) === null).map(({ id }) => id)).toEqual([
      "A08",
      "A16",
    ]);
    const documented = report.outcomes
      .flatMap(({ figures }) => figures)
      .find(({ name }) => name === "documented");
    expect(documented?.value).toBe(1);
  });

  test("changes nothing in the data folder and leaves no copy behind", () => {
    expect(unchanged).toBe(true);
    expect(copies()).toEqual([]);
  });

  test("is told in Italian and in English, every attack in both, with what is not guaranteed", () => {
    const [italian, english] = [reportIn("it", report), reportIn("en", report)];
    for (const text of [italian, english]) {
      for (const id of ATTACKS) expect(text).toContain(`| ${id} |`);
      expect(text).not.toMatch(/\b(undefined|NaN|null)\b/);
    }
    expect(italian).toContain("Non è privacy differenziale");
    expect(english).toContain("It is not differential privacy");
    expect(english.split("\n").length).toBe(italian.split("\n").length);
  });

  test("names no zone, need or slot and tells no number of cases exactly, so that no cell can be told by it", () => {
    const text = reportIn("en", report);
    const words = new Set(text.split(/[^\p{L}\p{N}_]+/u));
    const nodes = [...cubeCity.zones, ...cubeCity.needs, ...cubeCity.slots, ...cubeCity.services];
    expect(nodes.filter(({ id }) => words.has(id)).map(({ id }) => id)).toEqual([]);
    const told = [...text.matchAll(/\((≈ \d+|< 10) cases\)/g)].map(([, cases]) => cases ?? "");
    expect(told.length).toBe(report.outcomes.length);
    for (const cases of told) expect(cases).toMatch(/^(< 10|≈ \d{2}0*)$/);
  });

  test("fails where a small cell was published with its number", async () => {
    await run(
      open.published,
      sql`UPDATE published_cell SET value = 1 WHERE value IS NULL AND view = 'zone×slot×need'`,
    );
    const weak = await audited(open);
    expect(failures(weak).map(({ id }) => id)).toContain("A01");
    expect(reportIn("en", weak)).toContain("**SUCCEEDED**");
    expect(reportIn("it", weak)).toContain("**RIUSCITO**");
  });

  test("says what to do where a server holds the data, where there are none, and where no quarter is closed", async () => {
    const to = { network: open.network, seeds: 1, onStep: () => undefined };
    await expect(audit({ ...to, data: join(open.folder, "nothing") })).rejects.toThrow(
      "name the data folder",
    );
    const fresh = await openCity(cubeCity, []);
    await openSecret(fresh.folder, { vault: fresh.vault });
    for (const db of [fresh.vault, fresh.published]) await closeDb(db);
    await expect(audit({ ...to, data: fresh.folder })).rejects.toThrow("No quarter is closed yet");
    expect(copies()).toEqual([]);
  });
});

import { readFile } from "node:fs/promises";
import type { Page } from "playwright-core";
import { describe, expect, inject, test } from "vitest";
import { axeFindings } from "./axeFindings.ts";
import { chosen, journey, painted, read } from "./journey.ts";
import { signedIn } from "./signedIn.ts";

type Place = { zone: string | null; a: { rate: number | null }; ratio: { ratio: number | null } | null };

const answers = signedIn(() => inject("demo"));

/** What the network answers. */
const compared = async (search: string): Promise<{ network: Place; zones: Place[] }> =>
  (await answers(`/api/compare?${search}`)).json();

/** The screen and its maps stand. */
async function settled(page: Page): Promise<void> {
  await page.locator('.night[aria-busy="false"]').waitFor();
  await page.locator('.night-said[data-waits="false"]').waitFor();
  await painted(page);
}

/** The table needs no map to stand. */
const start = { search: "?screen=notte&table=open", stands: settled };

const comma = (value: number) => value.toFixed(1).replace(".", ",");
const written = (ratio: number) => (ratio >= 1 ? `×${comma(ratio)}` : `÷${comma(1 / ratio)}`);
const cellsOf = (page: Page) =>
  page
    .locator(".night-table tbody tr")
    .evaluateAll((rows) => rows.map((row) => [...row.children].map((cell) => cell.textContent ?? "")));

describe("day and night", () => {
  const { at, page } = journey({}, start);

  test("the table of the difference says what the network answers", async () => {
    await settled(await at("?screen=notte&table=open"));
    const { network, zones } = await compared("period=2026-Q3&a=mattina,pomeriggio,sera&b=notte");
    const rows = await cellsOf(page());
    expect(rows).toHaveLength(zones.length + 1);
    const told = rows.map((row) => row[5]?.split(" ")[0] ?? "").filter(Boolean);
    const ratios = [network, ...zones].flatMap(({ ratio }) => (ratio?.ratio ? [written(ratio.ratio)] : []));
    expect(told.toSorted()).toEqual(ratios.toSorted());
    const sure = rows.filter((row) => /quasi certo/.test(row[6] ?? ""));
    expect(sure.length).toBeGreaterThan(3);
  });

  test("other hours are chosen from the head of a map, stand in the address and survive it", async () => {
    await settled(await at("?screen=notte"));
    await page()
      .getByRole("button", { name: /^Giorno .*: scegli le ore/ })
      .click();
    await page().getByRole("button", { name: "Mattina e pomeriggio" }).click();
    await settled(page());
    expect([chosen(page(), "a"), chosen(page(), "b")]).toEqual(["mattina", "pomeriggio"]);
    await page().keyboard.press("Escape");
    await page().reload();
    await settled(page());
    expect(await read(page().locator(".set-picker").first())).toContain("Mattina");
    expect(await read(page().locator(".week-note"))).toContain(
      "riquadro pieno: pomeriggio; tratteggiato: mattina",
    );
  });

  test("hours chosen twice and slots nobody knows are said, not silently let go", async () => {
    await settled(await at("?screen=notte&a=mattina,notte&b=notte"));
    expect(await read(page().locator(".night-sentence"))).toContain("La fascia notte stava in entrambe");
    await settled(await at("?screen=notte&a=alba&b=notte"));
    expect(await read(page().locator(".notice"))).toContain("prima serie di ore");
  });

  test("a zone opens by keyboard, is told need by need, and the next one is a key away", async () => {
    await settled(await at("?screen=notte"));
    await page().getByRole("button", { name: "Oltre Savio" }).focus();
    await page().keyboard.press("Enter");
    await settled(page());
    expect(await read(page().locator(".zone-said"))).toMatch(
      /^Oltre Savio: \d.* volte più bisogno di giorno, quasi certo\. /,
    );
    expect(await page().evaluate(() => document.activeElement?.textContent)).toBe(
      "Oltre Savio, bisogno per bisogno",
    );
    await page().locator(".zone-needs tbody tr").first().waitFor();
    expect(await read(page().locator("#week-title"))).toContain("La settimana, Oltre Savio");
    await page()
      .getByRole("button", { name: /^Zona seguente/ })
      .press("Enter");
    await settled(page());
    expect(chosen(page(), "zone")).not.toBe("Q05");
    await page().keyboard.press("Escape");
    await settled(page());
    expect(chosen(page(), "zone")).toBeNull();
    expect(await read(page().locator("#chart-title"))).toContain("Zona per zona");
  });

  test("a service's presence is marked on both maps, in the week, in the table and in words", async () => {
    await settled(await at("?screen=notte&zone=Q05&highlight=ps"));
    expect(await page().locator(".pane-chip").count()).toBeGreaterThan(2);
    expect(await page().locator('.week-cell[data-mark="seen"]').count()).toBeGreaterThan(4);
    expect(await read(page().locator(".zone-said"))).toMatch(
      /Polizia Sociale: \d+ h di giorno, \d+ h di notte/,
    );
    await settled(await at("?screen=notte&table=open&highlight=ps"));
    expect(await read(page().locator(".night-table thead"))).toContain("Polizia Sociale: ore di notte");
  });

  test("the file holds what the table says", async () => {
    await settled(await at("?screen=notte&before=2026-Q2"));
    const [file] = await Promise.all([
      page().waitForEvent("download"),
      page().getByRole("button", { name: "Esporta" }).click(),
    ]);
    expect(file.suggestedFilename()).toBe("sguardo-prima-e-dopo-cesena-2026-Q2-2026-Q3.csv");
    const text = await readFile(await file.path(), "utf8");
    expect(text).toContain("apr–giu 2026 / lug–set 2026");
  });

  test.each(["light", "dark"])("axe finds nothing, %s", async (theme) => {
    for (const search of ["zone=Q05&highlight=ps", "before=2026-Q2&zone=Q02", "table=open&highlight=ps"]) {
      await settled(await at(`?screen=notte&theme=${theme}&${search}`));
      expect(await axeFindings(page())).toEqual([]);
    }
  });
});

describe("before and after", () => {
  const { at, page } = journey({}, start);

  test("a period before is chosen, its hours too; sentence, table and week follow", async () => {
    await settled(await at("?screen=notte"));
    await page().getByLabel("Confronta").selectOption("2026-Q2");
    await settled(page());
    expect(chosen(page(), "before")).toBe("2026-Q2");
    expect(await read(page().locator(".night-sentence"))).toMatch(/^Da apr–giu 2026 a lug–set 2026 /);
    expect(await read(page().locator(".set-picker").first())).toContain("Prima");
    await page()
      .getByRole("button", { name: /^Dopo .*: scegli le ore/ })
      .click();
    await page().getByLabel("Mattina").uncheck();
    await settled(page());
    expect(chosen(page(), "a")).toBe("pomeriggio,sera,notte");
    await page().keyboard.press("Escape");
    await page().getByRole("button", { name: "Prima: apr–giu 2026" }).click();
    const { zones } = await compared("period=2026-Q3&before=2026-Q2&a=pomeriggio,sera,notte");
    await settled(await at("?screen=notte&before=2026-Q2&a=pomeriggio,sera,notte&table=open"));
    const ratios = zones.flatMap(({ ratio }) => (ratio?.ratio ? [written(ratio.ratio)] : []));
    const told = (await cellsOf(page())).slice(1).map((row) => row[5]?.split(" ")[0] ?? "");
    expect(told.filter(Boolean).toSorted()).toEqual(ratios.toSorted());
  });

  test("a period of another kind goes with one of its own kind before it", async () => {
    await settled(await at("?screen=notte&before=2026-Q2"));
    await page().getByLabel("Periodo").first().selectOption("2026-08");
    await settled(page());
    expect([chosen(page(), "period"), chosen(page(), "before")]).toEqual(["2026-08", "2026-07"]);
  });

  test("a period that does not come before is let go and named", async () => {
    await settled(await at("?screen=notte&period=2026-Q2&before=2026-Q3"));
    expect(await read(page().locator(".notice"))).toContain("periodo di prima");
    expect(await read(page().locator(".set-picker").first())).toContain("Giorno");
  });
});

describe("on a phone", () => {
  const { at, page } = journey({ width: 390, height: 844, phone: true }, start);

  test("the three maps take turns on one camera", async () => {
    await settled(await at("?screen=notte"));
    const scale = () => read(page().locator(".map-scale"));
    const canvas = await page().locator(".night-maps canvas").first().elementHandle();
    const before = await scale();
    await page().getByRole("button", { name: "Ingrandisci" }).tap();
    await expect.poll(scale).not.toBe(before);
    const zoomed = await scale();
    await page().getByRole("button", { name: "Notte", exact: true }).tap();
    await painted(page());
    expect(await scale()).toBe(zoomed);
    expect(await canvas?.evaluate((element) => element.isConnected)).toBe(true);
  });

  test("nothing is wider than the phone, and axe finds nothing", async () => {
    await settled(await at("?screen=notte&zone=Q05&before=2026-Q2"));
    expect(await page().evaluate(() => document.documentElement.scrollWidth)).toBe(390);
    expect(await axeFindings(page())).toEqual([]);
  });
});

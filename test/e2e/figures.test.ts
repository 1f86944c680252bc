import { readFile } from "node:fs/promises";
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { chosen, journey, read } from "./journey.ts";

const { at } = journey();

const cellsOf = (page: Page, column: number) =>
  page.locator(`.zone-table tbody tr > :nth-child(${column})`).allInnerTexts();

const column = (page: Page, name: string | RegExp) =>
  page.locator(".table-area").getByRole("columnheader").getByRole("button", { name });

test("why these figures names the period and when it closed, closes with Esc and gives the focus back", async () => {
  const page = await at("?hours=fri-22-24&zone=Q01&period=2025");
  const opener = page.getByRole("button", { name: "Perché queste cifre?" });
  const closed = /chiuso (?:il |l’)(\d+ \w+ \d{4})/.exec(await read(page.locator(".panel-foot")))?.[1];
  await opener.focus();
  await page.keyboard.press("Enter");
  const dialog = page.getByRole("dialog", { name: "Perché queste cifre?" });
  await dialog.getByText(new RegExp(`anno 2025, chiuso (il |l’)${closed}`)).waitFor();
  await dialog.getByText("Centro Urbano").first().waitFor();
  await dialog.getByText(/Conteggi fino a 2 non si pubblicano/).waitFor();
  await page.keyboard.press("Escape");
  await dialog.waitFor({ state: "hidden" });
  expect(await opener.evaluate((button) => button === document.activeElement)).toBe(true);
  await expect.poll(() => chosen(page, "hours")).toBe("fri-22-24");
});

test("the figure behind the need of a slot is the one on the panel", async () => {
  const page = await at("?hours=fri-22-24&zone=Q01");
  const row = page.locator(".need-slots li", { hasText: "mattina" });
  const shown = await read(row.locator("b"));
  await page.getByRole("button", { name: "Perché queste cifre?" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Fascia").selectOption("mattina");
  const rate = dialog.locator("dt", { hasText: "Ogni 10 ore di presenza" }).locator("+ dd");
  await expect.poll(() => read(rate)).toBe(shown);
  await dialog.getByRole("button", { name: "Chiudi" }).click();
  await dialog.waitFor({ state: "hidden" });
});

/** How many names a list in a sentence holds. */
const namesIn = (list = "–"): number => (list === "–" ? 0 : list.split(/, | e /).length);

test("the equal table says what map, legend, list and panel say", async () => {
  const page = await at("?hours=fri-22-24");
  const counts = await page.locator(".legend").first().locator("li b").allInnerTexts();
  const spoken = await page.getByRole("option").filter({ hasText: ": " }).allTextContents();
  const listed = await page.locator(".ranking button").allInnerTexts();
  await page.getByRole("button", { name: "Tabella" }).click();
  const [names, states, seen] = await Promise.all([cellsOf(page, 1), cellsOf(page, 2), cellsOf(page, 3)]);
  expect(names).toHaveLength(12);
  const having = (state: RegExp) => states.filter((said) => state.test(said.trim())).length;
  expect(
    [/^([4-9]|\d\d) /, /^3 /, /^2 /, /^(un|1) /, /^(di solito )?nessuno/, /^non noto/].map(having),
  ).toEqual(counts.map(Number));
  for (const [i, name] of names.entries()) {
    const count = states[i]?.trim() === "non noto" ? "?" : namesIn(seen[i]);
    const onMap = spoken.find((text) => text.startsWith(`${name}: `))?.slice(name.length + 2);
    expect([name, onMap?.startsWith("non noto") ? "?" : namesIn(onMap?.split(": ")[1])]).toEqual([
      name,
      count,
    ]);
    const inList = listed.find((text) => text.includes(name)) ?? "";
    expect([name, inList.includes(`${count}`)]).toEqual([name, true]);
  }
});

test("the table sorts by any column, keeps what is not known last, and opens a zone", async () => {
  const page = await at("?hours=fri-22-24&table=open");
  const names = await cellsOf(page, 1);
  expect(names).toEqual([...names].sort((a, b) => a.localeCompare(b, "it")));
  await column(page, "Stato").click();
  const states = (await cellsOf(page, 2)).map((said) => said.trim());
  const unknown = states.filter((said) => said === "non noto").length;
  expect([unknown > 0, states.slice(-unknown).every((said) => said === "non noto")]).toEqual([true, true]);
  expect(states[0]).toMatch(/^\d+ servizi$/);
  await column(page, "Stato").click();
  expect((await cellsOf(page, 2)).at(-1)?.trim()).toBe("non noto");
  expect(await column(page, "Stato").locator("..").getAttribute("aria-sort")).toBe("ascending");
  await page.locator(".table-area").getByRole("button", { name: "Borello" }).click();
  expect([chosen(page, "zone"), chosen(page, "table")]).toEqual(["Q07", "open"]);
  await page.locator(".table-area").getByRole("button", { name: "Mappa" }).click();
  await page.locator(".table-area").waitFor({ state: "detached" });
});

test("the need of the table is the need of the panel", async () => {
  const page = await at("?hours=fri-22-24&zone=Q01&table=open");
  const panel = await read(page.locator(".need-slots li", { hasText: "notte" }).locator("b, abbr"));
  const row = page.locator(".zone-table tbody tr", { hasText: "Centro Urbano" });
  const heads = await page.locator(".zone-table thead th").allInnerTexts();
  const need = heads.findIndex((head) => head.includes("Bisogno per 10 ore"));
  expect(await read(row.locator("th, td").nth(need))).toBe(panel);
});

test("the exported CSV says that the data are simulated, of which period and hours, and holds every zone", async () => {
  const page = await at("?hours=fri-22-24&period=2026-Q2&table=open");
  await page.locator(".screen[aria-busy=false]").waitFor();
  await page.getByRole("combobox", { name: "Periodo" }).waitFor();
  await page.waitForLoadState("networkidle");
  const saving = page.waitForEvent("download");
  await page.locator(".table-area").getByRole("button", { name: "Esporta" }).click();
  const file = await saving;
  expect(file.suggestedFilename()).toBe("sguardo-chi-c-e-cesena-2026-Q2.csv");
  const text = await readFile(await file.path(), "utf8");
  const lines = text.replace("\uFEFF", "").trim().split("\r\n");
  expect(lines[0]).toContain("dati simulati");
  expect(lines[1]).toMatch(/Periodo: apr.*giu 2026 \(2026-04-01 \/ 2026-06-30\), chiuso (il |l’)/);
  expect(text).toContain("Ore: ven 22–24");
  const rows = lines.filter((line) => !/^"?#/.test(line));
  expect(rows[0]).toMatch(/^Zona;Stato;/);
  expect(rows[0]).toContain("Ore di presenza (notte, tutto il periodo)");
  const [end, services] = [rows.indexOf(""), rows.slice(rows.indexOf("") + 1)];
  expect([services[0]?.split(";")[0], services.length]).toEqual(["Servizio", 12]);
  const names = rows.slice(1, end).map((row) => row.split(";")[0] ?? "");
  expect([...names].sort()).toEqual([...(await cellsOf(page, 1))].sort());
});

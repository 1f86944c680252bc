import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { openPage } from "./browser.ts";
import { chosen, journey, loaded, read } from "./journey.ts";

const { at, browser } = journey();

const banner = (page: Page) => page.locator(".what-if");
const proposals = (page: Page) => page.locator(".advice-answer .proposals li");
const PLACE = "?screen=manca&hours=thu-22-06";

/** The figure of a zone in the list of those to act on, "8,2". */
const gapFigure = async (page: Page, zone: string): Promise<number> => {
  const text = await read(
    page.locator(".gap-list[data-kind='act'] li", { hasText: zone }).locator(".gap-value"),
  );
  return Number(text.replace(",", "."));
};

test("the line of advice opens the proposals, which answer with shifts and a proof", async () => {
  const page = await at(PLACE);
  const line = page.locator(".advice-box");
  expect(await read(line)).toMatch(/ ore di .+ ad? .+ raggiungerebbero circa \d+,\d episodi a settimana/);
  await line.getByRole("button", { name: "Proponi" }).click();
  await expect.poll(() => chosen(page, "list")).toBe("proposals");
  expect(chosen(page, "ask")).toBe("4.1-3.here");
  await proposals(page).first().waitFor();
  expect(await read(page.locator(".advice-answer .sentence"))).toMatch(/^Con 4 ore a settimana/);
  expect(await read(page.locator(".advice-answer .advice-note").first())).toMatch(/dimostrato/);
  expect(await page.locator(".proposals li[data-purpose='look']").count()).toBeGreaterThan(0);
});

test("six hours asked, tried, sent and taken back: gaps fall, the address says it, and all returns", async () => {
  const page = await at(PLACE);
  const zone = (await read(page.locator(".gap-list[data-kind='act'] .gap-name b").first())).trim();
  const before = await gapFigure(page, zone);

  await page.getByRole("button", { name: "Proposte", exact: true }).click();
  await page.getByLabel("Ore in più alla settimana").fill("6");
  await page.getByRole("button", { name: "Proponi", exact: true }).click();
  await expect.poll(() => chosen(page, "ask")).toBe("6.2-4.here");
  await proposals(page).first().waitFor();
  const hours = await proposals(page).count();
  await page.getByRole("button", { name: "Prova tutti" }).click();
  await expect.poll(() => (chosen(page, "whatif") ?? "").split(",").length).toBe(hours);
  expect(await read(banner(page))).toMatch(/Ipotesi: .+ in più, 6 ore/);

  await page.getByRole("button", { name: "Scoperti", exact: true }).click();
  const zones = (await page.locator(".gap-list[data-kind='act'] .gap-name b").allInnerTexts()).map((name) =>
    name.trim(),
  );
  const after = zones.includes(zone) ? await gapFigure(page, zone) : 0;
  const tried = chosen(page, "whatif") ?? "";
  const acting = page.url();

  const other = await openPage(browser(), acting);
  await loaded(other.page);
  expect(await read(banner(other.page))).toMatch(/Ipotesi: .+ in più, 6 ore/);
  expect(chosen(other.page, "whatif")).toBe(tried);
  expect(other.faults).toEqual([]);
  await other.close();

  await page.getByRole("button", { name: "Togli l’ipotesi" }).click();
  await expect.poll(() => chosen(page, "whatif")).toBeNull();
  expect(await banner(page).count()).toBe(0);
  expect(await gapFigure(page, zone)).toBe(before);
  expect(after).toBeLessThanOrEqual(before);
});

test("a shift where need is uncovered lowers that zone's figure", async () => {
  const page = await at(PLACE);
  const zone = (await read(page.locator(".gap-list[data-kind='act'] .gap-name b").first())).trim();
  const before = await gapFigure(page, zone);
  await page.locator(".gap-list[data-kind='act'] li button").first().click();
  const id = chosen(page, "zone");
  const everybody = ["ms", "ps", "ss", "vs", "rd", "os", "ca"]
    .map((service) => `${service}.${id}.thu-22-02`)
    .join();
  await at(`${PLACE}&whatif=${everybody}`);
  const names = (await page.locator(".gap-list[data-kind='act'] .gap-name b").allInnerTexts()).map((name) =>
    name.trim(),
  );
  expect(names.includes(zone) ? await gapFigure(page, zone) : 0).toBeLessThan(before);
});

test("who is there only in the hypothesis has a face of its own, and has been seen by nobody", async () => {
  const page = await at("?hours=thu-22-06&zone=Q06&whatif=vs.Q06.thu-22-01");
  const row = page.locator(".service-rows tr", { hasText: "Via delle Stelle" });
  expect(await row.locator(".chip").getAttribute("data-standing")).toBe("supposed");
  expect(await read(row)).toMatch(/ipotesi/);
  expect(await row.locator(".dots").count()).toBe(0);
  expect(await page.locator(".grid-cell[data-supposed='true']").count()).toBe(3);
  await at("?screen=notte&whatif=vs.Q06.thu-22-01");
  await banner(page).waitFor();
  expect(await page.locator(".week-cell[data-supposed='true']").count()).toBe(3);
});

test("an address with a shift that is none keeps the others and names it", async () => {
  const page = await at("?hours=thu-22-06&whatif=vs.Q06.gio-22-01,vs.Q99.thu-22-01,vs.Q06.thu-22-01");
  expect(await read(page.locator(".notice").filter({ hasText: "L’indirizzo chiedeva" }))).toMatch(
    /ipotesi “vs\.Q06\.gio-22-01” e ipotesi “vs\.Q99\.thu-22-01”/,
  );
  expect(await read(banner(page))).toMatch(/un turno in più, 3 ore/);
});

test("the shifts are exported as rows of schedules.csv", async () => {
  const page = await at("?whatif=vs.Q06.thu-22-01,-ps.Q01.mon-08-10");
  const [file] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "Esporta turni" }).click(),
  ]);
  expect(file.suggestedFilename()).toBe("schedules.csv");
});

import { expect, test } from "vitest";
import { chosen, journey } from "./journey.ts";

const { at } = journey({ width: 1440, height: 900 });
const { at: onPhone } = journey({ width: 390, height: 844, phone: true });

/** The closes are read one after the other while the server already answers. */
const READ = { timeout: 50_000 };

test("arrows go back from close to close, the page says so, and one press leads back to today", async () => {
  const page = await at("?screen=emerge");
  const row = page.getByRole("slider", { name: "Le chiusure, una per una" });
  await row.waitFor(READ);
  await row.press("ArrowLeft");
  await expect.poll(() => chosen(page, "epoch")).toMatch(/^20\d\d-W\d\d$/);
  await page.locator(".timeline").getByText("come si sapeva ").waitFor();
  expect(await row.getAttribute("aria-valuetext")).toMatch(/^chiuso (il |l’)\d+ \w+ 20\d\d: \d+ risultat/);
  await page.getByRole("button", { name: "torna a oggi" }).first().click();
  await expect.poll(() => chosen(page, "epoch")).toBeNull();
});

test("a small chart chooses its need, arrows go from one to the next, and pressing again lets it go", async () => {
  const page = await at("?screen=emerge");
  await page.locator(".multiple").first().waitFor(READ);
  await page.locator(".multiple").nth(2).focus();
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("Enter");
  await expect.poll(() => chosen(page, "needs")).toBe("solitudine");
  await page.keyboard.press("Enter");
  await expect.poll(() => chosen(page, "needs")).toBeNull();
});

test("of a zone the charts tell months, never weeks, and sensitive needs not at all", async () => {
  const page = await at("?screen=emerge");
  const told = page.locator(".multiples tbody th + td");
  await told.first().waitFor({ ...READ, state: "attached" });
  expect(await told.first().textContent()).toMatch(/^settimana del /);
  await page.locator(".multiples-header button").nth(1).click();
  await page.getByRole("heading", { name: /^I bisogni ad? / }).waitFor();
  const spans = await told.allTextContents();
  expect(spans.length).toBeGreaterThan(0);
  expect(spans.filter((span) => span.includes("settimana"))).toEqual([]);
  expect(await page.getByText("solo per tutta la rete").count()).toBeGreaterThanOrEqual(4);
});

test("on a phone the charts scroll by themselves, and the page is no wider for them", async () => {
  const page = await onPhone("?screen=emerge");
  await page.locator(".multiple").first().waitFor(READ);
  const wider = () =>
    page.evaluate(() => Math.max(document.documentElement.scrollWidth, innerWidth) - screen.width);
  expect(await wider()).toBe(0);
  await page.locator(".multiple").last().scrollIntoViewIfNeeded();
  expect(await wider()).toBe(0);
});

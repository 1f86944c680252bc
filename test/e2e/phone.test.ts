import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { chosen, journey, painted, sentence } from "./journey.ts";

const { at } = journey({ width: 390, height: 844, phone: true });

/** What can be touched and is smaller than a finger (WCAG 2.5.5: 44 px). The strip is touched anywhere: its slider is for keys. */
const tooSmall = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>("button, select, input, a[href]")].flatMap((target) => {
      const box = (target.closest("label") ?? target).getBoundingClientRect();
      const at = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
      const touchable = at !== null && (target.contains(at) || at.contains(target));
      if (!touchable || (box.width >= 44 && box.height >= 44)) return [];
      const name = target.getAttribute("aria-label") ?? target.textContent ?? "";
      return [`${name.trim() || target.className}: ${Math.round(box.width)} × ${Math.round(box.height)}`];
    }),
  );

/** By how much the page is wider than the phone. */
const overflow = (page: Page): Promise<number> =>
  page.evaluate(() => Math.max(document.documentElement.scrollWidth, innerWidth) - screen.width);

test("on a phone the sentence of a zone stands in one line of words, with who is there below", async () => {
  const page = await at("?hours=fri-22-24&zone=Q01");
  expect(await sentence(page)).toBe("Centro Urbano, venerdì 22–24: di solito quattro servizi.");
  expect(await page.locator(".service-rows tbody tr").count()).toBeGreaterThanOrEqual(4);
  expect(await overflow(page)).toBe(0);
});

test("the buttons of the days carry the same hours to another day", async () => {
  const page = await at("?hours=fri-22-24");
  await page.getByRole("button", { name: "Scegli sabato, tutto il giorno" }).tap();
  await expect.poll(() => chosen(page, "hours")).toBe("sat-22-24");
  expect(await page.locator(".strip-days [aria-pressed=true]").allInnerTexts()).toEqual(["S"]);
});

test("a finger on the strip chooses hours of the day that is shown", async () => {
  const page = await at("?hours=wed-08-10");
  const box = await page.locator(".strip-lane").boundingBox();
  if (!box) throw new Error("no strip");
  const hour = box.width / 24;
  await page.mouse.move(box.x + hour * 14.5, box.y + 30);
  await page.mouse.down();
  await page.mouse.move(box.x + hour * 17.5, box.y + 30, { steps: 4 });
  await page.mouse.up();
  await expect.poll(() => chosen(page, "hours")).toBe("wed-20-24");
});

test("a zone touched on the map opens", async () => {
  const page = await at("?hours=fri-22-24");
  const box = await page.locator(".map-canvas").boundingBox();
  await page.touchscreen.tap((box?.x ?? 0) + (box?.width ?? 0) / 2, (box?.y ?? 0) + (box?.height ?? 0) / 2);
  await page.locator(".service-rows, .zone-nobody").first().waitFor();
  await expect.poll(() => chosen(page, "zone")).toMatch(/^Q\d\d$/);
});

test("filters, legend and tools wait behind one button, and the table opens from there", async () => {
  const page = await at("?hours=fri-22-24");
  const layers = page.getByRole("button", { name: "Filtri e legenda" });
  await layers.tap();
  await page.getByRole("button", { name: /^di solito nessuno/ }).waitFor();
  expect(await overflow(page)).toBe(0);
  expect(await tooSmall(page)).toEqual([]);
  await page.getByRole("button", { name: "Tabella" }).tap();
  await page.locator(".table-area").waitFor();
  expect(await overflow(page)).toBe(0);
  expect(await page.locator(".zone-table tbody tr").count()).toBe(12);
  await page.locator(".table-area").getByRole("button", { name: "Mappa" }).tap();
  await layers.tap();
});

test("language and theme are in the menu", async () => {
  const page = await at();
  await page.getByRole("button", { name: "Apri il menu" }).tap();
  await page.getByRole("button", { name: "scuro" }).waitFor();
  expect(await overflow(page)).toBe(0);
  await page.getByRole("button", { name: "scuro" }).tap();
  await expect.poll(() => chosen(page, "theme")).toBe("dark");
  expect(await tooSmall(page)).toEqual([]);
  await page.getByRole("button", { name: "Apri il menu" }).tap();
  expect(await overflow(page)).toBe(0);
});

test("nothing to touch is smaller than 44 px, whatever is open", async () => {
  const page = await at("?hours=fri-22-24&zone=Q01");
  const found = new Set(await tooSmall(page));
  await page.locator(".panel-scroll").evaluate((panel) => panel.scrollTo(0, panel.scrollHeight));
  await painted(page);
  for (const one of await tooSmall(page)) found.add(one);
  await at("?hours=fri-22-24");
  for (const one of await tooSmall(page)) found.add(one);
  expect([...found]).toEqual([]);
});

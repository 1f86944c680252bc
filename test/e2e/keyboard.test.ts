import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { chosen, journey, sentence } from "./journey.ts";

const { page: loadedPage, at } = journey();

type Focus = { name: string; ring: boolean };

/** What has the focus, by its spoken name, and whether it shows it. */
const focus = (page: Page): Promise<Focus> =>
  page.evaluate(() => {
    const at = document.activeElement;
    const style = at ? getComputedStyle(at) : null;
    const ring = style !== null && (style.outlineStyle !== "none" || style.boxShadow !== "none");
    const label = at?.getAttribute("aria-label") ?? at?.textContent ?? "";
    return { name: `${at?.getAttribute("role") ?? at?.tagName.toLowerCase()} ${label.trim()}`.trim(), ring };
  });

async function tabTo(page: Page, name: RegExp, key: "Tab" | "Shift+Tab" = "Tab"): Promise<void> {
  for (let step = 0; step < 60; step++) {
    if (name.test((await focus(page)).name)) return;
    await page.keyboard.press(key);
  }
  throw new Error(`Tab never comes to ${name}`);
}

test("with the keyboard alone one goes from the loaded page to a zone's panel, its why, and back to the whole week", async () => {
  const page = loadedPage();
  await page.keyboard.press("Tab");
  expect((await focus(page)).name).toBe("a Vai al contenuto");

  await tabTo(page, /^listbox /);
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("Enter");
  await page.locator(".zone-steps", { hasText: "zona 2 di 12" }).waitFor();

  await tabTo(page, /^slider Ore scelte/);
  for (const key of ["End", "PageUp", "PageUp", "Shift+ArrowRight"]) await page.keyboard.press(key);
  await expect.poll(() => chosen(page, "hours")).toBe("fri-05-06,sat-06-07");
  expect(await sentence(page)).toMatch(/^Da sabato alle 5 a sabato alle 7 /);

  await tabTo(page, /^button Perché queste cifre\?/, "Shift+Tab");
  await page.keyboard.press("Enter");
  await page.getByRole("dialog").waitFor();
  await page.keyboard.press("Escape");
  expect((await focus(page)).name).toMatch(/^button Perché queste cifre\?/);
  await expect.poll(() => chosen(page, "zone")).toBe("Q02");
  await page.keyboard.press("Escape");
  await expect.poll(() => chosen(page, "hours")).toBeNull();
});

test("every stop of Tab has a name and shows that it has the focus, and Tab leaves the page in the end", async () => {
  const page = await at("?hours=fri-22-24&zone=Q01");
  await page.locator(".skip").focus();
  const stops: Focus[] = [];
  for (let step = 0; step < 90; step++) {
    await page.keyboard.press("Tab");
    const now = await focus(page);
    if (/^body|Vai al contenuto/.test(now.name)) break;
    stops.push(now);
  }
  expect(stops.filter(({ name }) => /^\S+$/.test(name))).toEqual([]);
  expect(stops.filter(({ ring }) => !ring)).toEqual([]);
  expect([stops.length > 25, stops.length < 80]).toEqual([true, true]);
});

test("the skip link leads to the panel", async () => {
  const page = await at("?zone=Q01");
  await page.locator(".skip").focus();
  await page.keyboard.press("Enter");
  await page.keyboard.press("Tab");
  expect(await page.evaluate(() => document.activeElement?.closest("#panel") !== null)).toBe(true);
});

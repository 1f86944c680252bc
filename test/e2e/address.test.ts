import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { expect, inject, test } from "vitest";
import { openPage } from "./browser.ts";
import { chosen, goTo, journey, loaded, read, sentence } from "./journey.ts";

const { at, browser } = journey();

const everything =
  "?period=2026-Q2&hours=fri-22-24&repeat=weekdays&zone=Q01&services=ps,vs&needs=abitare&levels=4,1&table=open&lang=en&theme=dark";

test("a reload by address brings every choice back", async () => {
  const page = await at(everything);
  await expect.poll(() => page.locator("select").first().inputValue()).toBe("2026-Q2");
  await page.waitForLoadState("networkidle");
  const announced = page.locator(".strip [aria-live]");
  await expect.poll(() => read(announced)).toMatch(/^weekdays 22–24: /);
  const said = await read(page.locator("body"));
  await page.reload();
  await loaded(page);
  await expect.poll(() => read(page.locator("body"))).toBe(said);
  expect(new URL(page.url()).search).toBe(everything);
  expect(await page.locator("select").first().inputValue()).toBe("2026-Q2");
  expect(await page.locator("html").getAttribute("data-theme")).toBe("dark");
  expect(await read(page.locator(".panel .zone-name"))).toBe("Centro Urbano");
  expect(await page.locator("button.service[aria-pressed=true]").count()).toBe(2);
  expect(await sentence(page)).toMatch(/chosen/);
});

test("choices made on the screen stand in the address and back takes them away one by one", async () => {
  const page = await at("?lang=it");
  await page.locator(".ranking button", { hasText: "Al Mare" }).click();
  await page.getByRole("button", { name: "Tabella" }).click();
  expect([chosen(page, "zone"), chosen(page, "table")]).toEqual(["Q09", "open"]);
  await page.goBack();
  await page.locator(".table-area").waitFor({ state: "detached" });
  expect([chosen(page, "zone"), chosen(page, "table")]).toEqual(["Q09", null]);
  await page.goBack();
  await page.getByText("Zone, dalla più servita").waitFor();
});

test("nonsense in the address is named, left aside, and the page works", async () => {
  const page = await at(
    "?lang=it&hours=fri-99-12&zone=Q99&period=1066-Q5&services=ps,nobody&needs=<script>&theme=pink&table=half&levels=9",
  );
  const notice = page.locator(".notice");
  await notice.waitFor();
  const said = await read(notice);
  for (const key of ["periodo", "ore", "zona", "servizi", "bisogni", "classi", "tabella", "tema"])
    expect(said).toContain(key);
  expect(await sentence(page)).toMatch(/^In una settimana /);
  await notice.getByRole("button", { name: "Ho capito" }).click();
  await notice.waitFor({ state: "detached" });
  await page.locator(".ranking button", { hasText: "Ravennate" }).click();
  await expect.poll(() => chosen(page, "zone")).toBe("Q11");
});

type Messages = { [key: string]: string | Messages };

const textsOf = (messages: Messages): string[] =>
  Object.values(messages).flatMap((text) => (typeof text === "string" ? [text] : textsOf(text)));

const readMessages = async (lang: string) =>
  textsOf(
    JSON.parse(
      await readFile(join(import.meta.dirname, "..", "..", "client", "messages", `${lang}.json`), "utf8"),
    ),
  );

/** Whatever can be read or heard, but for the names the network gives and the sources it must quote. */
const everyWord = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const heard = [
      ...document.querySelectorAll(":is([aria-label], [title], [aria-valuetext]):not(.map-attribution)"),
    ].flatMap((element) =>
      ["aria-label", "title", "aria-valuetext"].map((name) => element.getAttribute(name) ?? ""),
    );
    const page = document.body.cloneNode(true) as HTMLElement;
    for (const sources of page.querySelectorAll(".map-attribution")) sources.remove();
    return [document.title, page.textContent ?? "", ...heard].join("\n");
  });

/** As whole words: "norma" is not left in "normally". */
const asWords = (text: string) =>
  new RegExp(`(?<!\\p{L})${text.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&")}(?!\\p{L})`, "u");

test("in English no Italian sentence or label is left anywhere, and numbers and dates are English", async () => {
  const [italian, english] = [await readMessages("it"), await readMessages("en")];
  const only = italian.filter((text) => text.length > 4 && !text.includes("{{") && !english.includes(text));
  const page = await at("?lang=en&hours=fri-22-24&zone=Q01");
  await page.getByRole("button", { name: "Why these figures?" }).click();
  await page.getByRole("dialog").getByText("Published observations").waitFor();
  // What the strip announces waits a moment: until then the words of the journey before stand there.
  await expect.poll(() => read(page.locator(".strip [aria-live]"))).not.toMatch(/settimana/);
  const said = await everyWord(page);
  await page.keyboard.press("Escape");
  await goTo(page, "?lang=en&table=open&needs=abitare");
  const table = await everyWord(page);
  expect(only.filter((text) => asWords(text).test(said) || asWords(text).test(table))).toEqual([]);
  expect(said).toMatch(/^Centro Urbano · Who is there\? · Cesena · Sguardo/);
  expect(said).toContain("12,178 residents");
  expect(said).toMatch(/Jul\s–\sSept? 2026/);
  expect(said).toContain("On Fridays between 22:00 and 24:00");
  expect(await page.locator("html").getAttribute("lang")).toBe("en");
});

test("in Italian numbers and dates are Italian, and the switch changes language without a place to go back to", async () => {
  const page = await at("?lang=it&hours=fri-22-24&zone=Q01");
  await page.getByText("12.178 abitanti").waitFor();
  const length = await page.evaluate(() => history.length);
  await page.getByRole("button", { name: "en, English" }).click();
  await page.getByText("12,178 residents").waitFor();
  await page.getByRole("button", { name: "it, italiano" }).click();
  await page.getByText("12.178 abitanti").waitFor();
  expect(await page.evaluate(() => history.length)).toBe(length);
});

test("the theme follows the device until one is chosen, on page and map alike", async () => {
  const page = await at("?lang=it");
  const ground = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  const light = await ground();
  await page.emulateMedia({ colorScheme: "dark" });
  await page.locator('.map[data-theme="dark"]').waitFor();
  const dark = await ground();
  expect(dark).not.toBe(light);
  await page.getByRole("button", { name: "chiaro" }).click();
  await page.locator('.map[data-theme="light"]').waitFor();
  expect(await ground()).toBe(light);
  await page.emulateMedia({ colorScheme: "light" });
  await page.getByRole("button", { name: "scuro" }).click();
  await page.locator('.map[data-theme="dark"]').waitFor();
  expect(await ground()).toBe(dark);
});

test("a browser that speaks English is greeted in English", async () => {
  const watched = await openPage(browser(), inject("demo"), { locale: "en-GB" });
  await watched.page.getByText("Zones, most served first").waitFor();
  expect(watched.faults).toEqual([]);
  await watched.close();
});

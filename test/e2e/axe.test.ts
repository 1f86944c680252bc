import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { axeFindings as findings } from "./axeFindings.ts";
import { goTo, journey } from "./journey.ts";

/** Appearing things have appeared: their colours are their own. */
const settled = (page: Page) =>
  page.evaluate(() => Promise.all(document.getAnimations().map((one) => one.finished)));

describe("axe finds nothing", () => {
  const { at } = journey();

  test("at the start", async () => expect(await findings(await at())).toEqual([]));

  test("with a zone open", async () => {
    expect(await findings(await at("?hours=fri-22-24&zone=Q01"))).toEqual([]);
  });

  test("with an unknown zone open and few services", async () => {
    expect(await findings(await at("?hours=sun-03-05&zone=Q07&services=ps&needs=sfruttamento"))).toEqual([]);
  });

  test("with the table open", async () => {
    expect(await findings(await at("?hours=fri-22-24&table=open&zone=Q03"))).toEqual([]);
  });

  test("with the reasons open", async () => {
    const page = await at("?hours=fri-22-24&zone=Q01");
    await page.getByRole("button", { name: "Perché queste cifre?" }).click();
    await page.getByRole("dialog").getByText("Osservazioni pubblicate").waitFor();
    await settled(page);
    expect(await findings(page)).toEqual([]);
    await page.keyboard.press("Escape");
  });

  test("with the needs open and the address not understood", async () => {
    const page = await at("?zone=nowhere&levels=0");
    await page.getByRole("button", { name: "Bisogni: tutti i bisogni" }).click();
    await page.locator(".needs").waitFor();
    await settled(page);
    expect(await findings(page)).toEqual([]);
    await page.keyboard.press("Escape");
  });

  test("in the dark, with a zone open and with the table open", async () => {
    const page = await at("?hours=fri-22-24&zone=Q01&theme=dark");
    expect(await findings(page)).toEqual([]);
    await goTo(page, "?table=open&theme=dark");
    expect(await findings(page)).toEqual([]);
  });

  test("in English", async () => {
    expect(await findings(await at("?hours=fri-22-24&zone=Q05&lang=en"))).toEqual([]);
  });
});

describe("axe finds nothing on a phone", () => {
  const { at } = journey({ width: 390, height: 844, phone: true });

  test("at the start and with a zone open", async () => {
    expect(await findings(await at())).toEqual([]);
    expect(await findings(await at("?hours=fri-22-24&zone=Q01"))).toEqual([]);
  });

  test("with filters and with the menu open, in the dark", async () => {
    const page = await at("?hours=fri-22-24&theme=dark");
    await page.getByRole("button", { name: "Filtri e legenda" }).tap();
    expect(await findings(page)).toEqual([]);
    await page.getByRole("button", { name: "Filtri e legenda" }).tap();
    await page.getByRole("button", { name: "Apri il menu" }).tap();
    await settled(page);
    expect(await findings(page)).toEqual([]);
  });
});

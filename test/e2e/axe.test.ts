import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import type { Page } from "playwright-core";
import { beforeAll, describe, expect, test } from "vitest";
import { goTo, journey, painted } from "./journey.ts";

let axe: string;
beforeAll(async () => {
  axe = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
});

type Finding = { id: string; impact: string; nodes: { target: string[]; failureSummary: string }[] };

/** What axe finds against WCAG 2.2 AA and its good practices; evaluated, since the page lets no script in. */
async function findings(page: Page): Promise<string[]> {
  await painted(page);
  await page.evaluate(axe);
  const { violations } = (await page.evaluate(
    `axe.run(document, { runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] })`,
  )) as { violations: Finding[] };
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(
      ({ target, failureSummary }) => `${id} ${target.join(" ")}: ${failureSummary.split("\n")[1]?.trim()}`,
    ),
  );
}

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

import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import type { Page } from "playwright-core";
import { beforeAll, describe, expect, inject, test } from "vitest";
import { chosen, goTo, journey, painted, read, sentence } from "./journey.ts";
import { signedIn } from "./signedIn.ts";
import { dragHours } from "./strip.ts";

const HOURS = "fri-22-06";

/** The table's columns, as they are read: zone, state, expected, from, to, uncovered. */
const table = (page: Page): Promise<string[][]> =>
  page
    .locator(".table-area tbody tr")
    .evaluateAll((rows) =>
      rows.map((row) => [...row.children].slice(0, 6).map((cell) => cell.textContent?.trim() ?? "")),
    );

const listed = (page: Page, kind: "act" | "look"): Promise<string[]> =>
  page.locator(`.gap-list[data-kind="${kind}"] .gap-name b`).allTextContents();

const figure = (text = ""): number | null =>
  text === "?" ? null : Number(text.replace(".", "").replace(",", "."));
const near = (value: number) => expect.closeTo(value, 0.9);

type Row = { zone: string; class: string; expected: number | null; uncovered_hours: number };
type Answer = { act: string[]; look: string[]; zones: Row[] };

const answers = signedIn(() => inject("demo"));

async function answered(
  period: string | null,
  hours: string,
): Promise<{ gaps: Answer; names: Map<string, string> }> {
  const ask = async (path: string) => (await answers(`/api/${path}`)).json();
  const { features } = await ask("zones");
  type Feature = { properties: { id: string; name: string } };
  const names = features.map(({ properties: { id, name } }: Feature) => [id, name]);
  const { period: newest } = await ask("network");
  return { gaps: await ask(`gaps?period=${period ?? newest}&hours=${hours}`), names: new Map(names) };
}

describe("Dove manca?", () => {
  const { at, asked, page: loadedPage } = journey();

  test("the table says what the server answers about the same hours, and what is not known as a question mark", async () => {
    const page = await at(`?screen=manca&hours=${HOURS}&table=open`);
    const { gaps, names } = await answered(chosen(page, "period"), HOURS);
    const rows = await table(page);
    const said = { gap: "scoperto", uncertain: "incerto", unknown: "non noto" } as Record<string, string>;
    expect(rows).toHaveLength(gaps.zones.length);
    for (const row of gaps.zones) {
      const [name, state, expected, , , uncovered] =
        rows.find(([first]) => first === names.get(row.zone)) ?? [];
      expect([name, state]).toEqual([name, said[row.class] ?? "coperto o sotto soglia"]);
      expect([name, figure(expected)]).toEqual([name, row.expected === null ? null : near(row.expected)]);
      expect([name, figure(uncovered)]).toEqual([name, near(row.uncovered_hours)]);
    }
    await goTo(page, `?screen=manca&hours=${HOURS}`);
    const act = await listed(page, "act");
    expect(act).toEqual(gaps.act.map((id) => names.get(id)));
    expect(await listed(page, "look")).toEqual(gaps.look.map((id) => names.get(id)));
  });

  test("hours chosen on the strip change both lists without a question to the server", async () => {
    const page = await at("?screen=manca");
    await page.waitForLoadState("networkidle");
    const before = [await sentence(page), await listed(page, "act"), await listed(page, "look")];
    const questions = asked().length;
    await dragHours(page, [4, 22], [4, 23]);
    await expect.poll(() => chosen(page, "hours")).toBe("fri-22-24");
    const after = [await sentence(page), await listed(page, "act"), await listed(page, "look")];
    expect(after).not.toEqual(before);
    expect(asked().slice(questions)).toEqual([]);
  });

  test("an entry opens its zone: on the panel, on the map, in the address", async () => {
    const page = await at(`?screen=manca&hours=${HOURS}`);
    const entry = page.locator('.gap-list[data-kind="look"] li > button').first();
    const name = (await entry.locator(".gap-name b").textContent()) ?? "";
    await entry.click();
    expect(await read(page.locator(".panel .zone-name"))).toBe(name);
    const option = page.getByRole("option", { selected: true });
    expect(await option.first().textContent()).toContain(name);
    expect(chosen(page, "zone")).toMatch(/^Q\d\d$/);
    await page.goBack();
    await expect.poll(() => chosen(page, "zone")).toBeNull();
  });

  test("with the keyboard alone one goes from the header to a zone to look at", async () => {
    const page = await at("?hours=sat-22-06");
    await page.getByRole("link", { name: "Dove manca?" }).focus();
    await page.keyboard.press("Enter");
    await expect.poll(() => chosen(page, "screen")).toBe("manca");
    await page.locator('.gap-list[data-kind="look"]').waitFor();
    for (let step = 0; step < 60; step++) {
      await page.keyboard.press("Tab");
      const inList = await page.evaluate(() => document.activeElement?.closest(".gap-list li") !== null);
      if (inList) break;
    }
    await page.keyboard.press("Enter");
    await page.locator(".panel .zone-name").waitFor();
    expect(chosen(page, "zone")).toMatch(/^Q\d\d$/);
    expect(await page.evaluate(() => document.activeElement?.id)).toBe("panel");
  });

  test("in English every word is English", async () => {
    const page = await at(`?screen=manca&hours=${HOURS}&lang=en`);
    expect(await sentence(page)).toMatch(/uncovered|know/);
    await page.getByRole("heading", { name: "Go and look" }).waitFor();
    await expect.poll(() => page.getByText(/Andare a vedere|scoperto|non noto/).count()).toBe(0);
    await goTo(loadedPage(), "?lang=it");
  });
});

describe("axe finds nothing on Dove manca?", () => {
  let axe: string;
  beforeAll(async () => {
    axe = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
  });
  const wide = journey();
  const phone = journey({ width: 390, height: 844, phone: true });

  async function findings(page: Page): Promise<string[]> {
    await painted(page);
    await page.evaluate(axe);
    type Found = { violations: { id: string; nodes: { target: string[] }[] }[] };
    const tags = `["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]`;
    const { violations } = (await page.evaluate(`axe.run(document, { runOnly: ${tags} })`)) as Found;
    return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id} ${target.join(" ")}`));
  }

  test.each(["light", "dark"])("in the %s: lists, a zone, the table", async (theme) => {
    const page = await wide.at(`?screen=manca&hours=${HOURS}&theme=${theme}`);
    expect(await findings(page)).toEqual([]);
    await goTo(page, `?screen=manca&hours=${HOURS}&theme=${theme}&zone=Q09`);
    expect(await findings(page)).toEqual([]);
    await goTo(page, `?screen=manca&hours=${HOURS}&theme=${theme}&table=open`);
    expect(await findings(page)).toEqual([]);
  });

  test("on a phone: an entry is tapped and its zone opens, nothing runs over the edge", async () => {
    const page = await phone.at(`?screen=manca&hours=${HOURS}`);
    expect(await findings(page)).toEqual([]);
    await page.locator('.gap-list[data-kind="look"] li > button').first().tap();
    await page.locator(".panel .zone-name").waitFor();
    expect(await findings(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  });
});

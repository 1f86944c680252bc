import type { Page } from "playwright-core";
import { beforeAll, describe, expect, inject, test } from "vitest";
import { axeFindings as findings } from "./axeFindings.ts";
import { chosen, goTo, journey, read, sentence } from "./journey.ts";
import { signedIn } from "./signedIn.ts";

type Finding = { id: string; need: string; zones: string[]; grade: string };
type Answer = { epoch: string | null; epochs: { id: string }[]; findings: Finding[] };

const answers = signedIn(() => inject("demo"));
const ask = async (path: string) => (await answers(`/api/${path}`)).json();

/** The demo’s closes are read in the minutes after its first start. */
async function allRead(): Promise<Answer> {
  for (;;) {
    const answer = await ask("emerging");
    if (answer.epoch !== null && answer.pending === null) return answer;
    await new Promise((done) => setTimeout(done, 1000));
  }
}

/** Read anew: what the page was told while closes were still being read is let go. */
async function opened(page: Page, search: string): Promise<Page> {
  await page.goto(`${inject("demo")}/${search}`);
  await page.locator('.screen[aria-busy="false"] .emerge-foot').waitFor();
  return page;
}

/** The page stands when its words do: what is read does not wait for the drawing of the map. */
const START = { search: "?screen=emerge", stands: (page: Page) => page.locator(".header").waitFor() };

const rows = (page: Page) => page.locator(".findings .finding");

describe("Cosa emerge?", () => {
  const { page: left } = journey({}, START);
  let answer: Answer;
  let zoneName: (id: string) => string;
  beforeAll(async () => {
    answer = await allRead();
    const { features } = await ask("zones");
    const names = new Map(
      features.map((one: { properties: { id: string; name: string } }) => [
        one.properties.id,
        one.properties.name,
      ]),
    );
    zoneName = (id) => String(names.get(id));
  }, 240_000);

  test("the tab opens it: a sentence, the findings of the newest close, and the need that the demo made grow", async () => {
    const page = left();
    await goTo(page, "");
    await page.getByRole("link", { name: "Cosa emerge?" }).click();
    await expect.poll(() => chosen(page, "screen")).toBe("emerge");
    await opened(page, "?screen=emerge");
    expect(await sentence(page)).toMatch(/bisogn.+(confermat|sale piano|salgono piano)/);
    expect(await rows(page).count()).toBe(answer.findings.length);
    const planted = await read(rows(page).filter({ hasText: "Disagio giovanile" }).first());
    expect(planted).toMatch(/Disagio giovanile ad? .*Fiorenzuola/);
    expect(planted).toMatch(/confermato|da confermare/);
    expect(planted).toContain("Anche tolto l’effetto delle uscite in più.");
    expect(await page.locator(".strip").count()).toBe(0);
  });

  test("the same findings stand in the table of the map", async () => {
    const page = await opened(left(), "?screen=emerge&table=open");
    const told = (await page.locator(".table-area tbody tr").allInnerTexts()).join("\n");
    for (const { zones } of answer.findings) for (const zone of zones) expect(told).toContain(zoneName(zone));
    expect(told).toMatch(/Fiorenzuola[^\n]*\n?.*[Dd]isagio giovanile|[Dd]isagio giovanile.*Fiorenzuola/);
  });

  test("a finding is chosen and left by the keyboard, and stands in the address", async () => {
    const page = await opened(left(), "?screen=emerge");
    const row = rows(page).filter({ hasText: "Disagio giovanile" }).first();
    await row.locator(".finding-choose").focus();
    await page.keyboard.press("Enter");
    await expect.poll(() => chosen(page, "finding")).toMatch(/^giovani-/);
    await expect.poll(() => row.getAttribute("data-chosen")).toBe("true");
    await page.getByText(/^Sulla mappa: Disagio giovanile/).waitFor({ state: "attached" });
    await page.keyboard.press("Escape");
    await expect.poll(() => chosen(page, "finding")).toBeNull();
  });

  test("every finding says why, in words and hours, and never a probability", async () => {
    const page = await opened(left(), "?screen=emerge");
    await rows(page).filter({ hasText: "Disagio giovanile" }).first().locator(".finding-why").click();
    const dialog = page.getByRole("dialog");
    await dialog.getByText("Come si conferma").waitFor();
    const said = await read(dialog);
    expect(said).toContain("Disagio giovanile");
    for (const part of [/ore a settimana, ora/, /Come si toglie l’effetto delle uscite/, /Come si conferma/])
      expect(said).toMatch(part);
    expect(said).not.toMatch(/\{\{|\bp ?[=<]|LLR/);
    await page.keyboard.press("Escape");
    await page.getByRole("button", { name: "Come si legge" }).click();
    await dialog.getByText("Quante volte sbaglia").waitFor();
    await page.keyboard.press("Escape");
    await page.locator(".emerge-blind").click();
    await dialog.getByText("Zona per zona").waitFor();
    await page.keyboard.press("Escape");
  });

  test("an old close is what was known then, and one goes back to the newest", async () => {
    const old = answer.epochs.at(-1)?.id ?? "";
    const then: Answer = await ask(`emerging?epoch=${old}`);
    const page = await opened(left(), "?screen=emerge");
    await page.locator(".picker select").first().selectOption(old);
    await expect.poll(() => chosen(page, "epoch")).toBe(old);
    await page.locator(".past-note").first().waitFor();
    await expect.poll(() => rows(page).count()).toBe(then.findings.length);
    await page.locator(".past-note .link").first().click();
    await expect.poll(() => chosen(page, "epoch")).toBeNull();
    await expect.poll(() => rows(page).count()).toBe(answer.findings.length);
  });

  test("a close that was never read, or a finding that is not there, is said with a way out", async () => {
    const page = await opened(left(), "?screen=emerge&finding=giovani-1999-W01-1");
    await page.getByText("Il risultato scelto non c’è in questa chiusura.").waitFor();
    await page.getByRole("button", { name: "Lascialo" }).click();
    await expect.poll(() => chosen(page, "finding")).toBeNull();
  });

  test("of one need only its findings are told; a zone says its needs and their states", async () => {
    const page = await opened(left(), "?screen=emerge&needs=giovani");
    const expected = answer.findings.filter(({ need }) => need === "giovani").length;
    expect(await rows(page).count()).toBe(expected);
    await opened(page, "?screen=emerge&zone=Q03");
    expect(await read(page.locator(".panel .zone-name"))).toBe("Fiorenzuola");
    expect(await read(page.locator(".zone-states"))).toMatch(
      /Disagio giovanile\s+(confermato|emergente|nella norma|pochi dati)/,
    );
  });

  test("in English every word is English", async () => {
    const page = await opened(left(), "?screen=emerge&lang=en");
    expect(await sentence(page)).toMatch(/need/);
    await page.getByRole("heading", { name: "Since the close before" }).waitFor();
    expect(await read(page.locator(".panel"))).not.toMatch(/atteso|settiman|chiusur/);
    await goTo(page, "?lang=it");
  });

  test("axe finds nothing: list, finding, zone, table, in light and dark", async () => {
    const id = answer.findings.find(({ need }) => need === "giovani")?.id ?? "";
    for (const search of [`finding=${id}`, "zone=Q03&theme=dark", "table=open&theme=dark"]) {
      expect(await findings(await opened(left(), `?screen=emerge&${search}`))).toEqual([]);
    }
  });

  test("on paper the whole list stands, with date and simulated label, and what is pressed does not", async () => {
    const page = await opened(left(), "?screen=emerge&theme=light");
    await page.emulateMedia({ media: "print" });
    expect(await page.locator(".simulated").isVisible()).toBe(true);
    expect(await page.locator(".picker").first().isVisible()).toBe(true);
    expect(await page.locator(".tools, .finding-why, .timeline").filter({ visible: true }).count()).toBe(0);
    const cut = await page
      .locator(".panel-scroll")
      .evaluate((panel) => panel.scrollHeight - panel.clientHeight);
    expect(cut).toBeLessThanOrEqual(1);
    await page.emulateMedia({ media: null });
  });
});

describe("Cosa emerge? on a phone", () => {
  const { page: left } = journey({ width: 390, height: 844, phone: true }, START);
  beforeAll(() => allRead().then(() => undefined), 240_000);

  test("the list comes before the map, nothing runs over the edge, axe finds nothing", async () => {
    const page = await opened(left(), "?screen=emerge&theme=dark");
    const top = (selector: string) =>
      page.locator(selector).evaluate((place) => place.getBoundingClientRect().top);
    expect(await top(".panel")).toBeLessThan(await top(".map-area"));
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
    expect(await findings(page)).toEqual([]);
    await page.getByRole("button", { name: "Filtri e legenda" }).tap();
    await page.locator(".filters").waitFor();
    expect(await findings(page)).toEqual([]);
  });
});

import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { axeFindings } from "./axeFindings.ts";
import { type Look, openBrowser, openPage } from "./browser.ts";
import { loaded, sentence } from "./journey.ts";

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

const atTheDoor = (search = "", look: Look = {}) =>
  openPage(browser, `${inject("demo")}/${search}`, { as: null, ...look });

const door = (page: Page, name: string) => page.getByRole("button", { name });
const title = (page: Page) => page.getByRole("heading", { level: 1, name: "Entra" });
const mine = (page: Page) => page.getByRole("button", { name: /^Il tuo accesso/ });

test.each([
  ["Operatore di un servizio", ["Il mio accesso"]],
  ["Coordinamento", ["Il mio accesso", "Gestione", "Utenti", "Registro"]],
  ["Pianificazione", ["Il mio accesso"]],
  ["Supervisione", ["Il mio accesso", "Gestione", "Registro"]],
])(
  "%s comes in by its door, is offered what the role may, and is told of what it may not",
  async (role, places) => {
    const { page, faults, close } = await atTheDoor("?screen=utenti");
    await page.getByText("dimostrazione, dati simulati").waitFor();
    await door(page, role).click();
    await mine(page).click();
    const offered = page.getByRole("region", { name: "Il tuo accesso" }).getByRole("link");
    expect(await offered.allInnerTexts()).toEqual(places);
    const closed = page.getByText("Questa pagina è per chi ha un altro ruolo.");
    expect(await closed.count()).toBe(places.includes("Utenti") ? 0 : 1);
    expect(faults).toEqual([]);
    await close();
  },
);

test("a link to a view opens after signing in by keyboard alone, as it was sent", async () => {
  const { page, faults, asked, close } = await atTheDoor("?hours=fri-22-24&zone=Q01");
  await title(page).waitFor();
  expect(asked.filter((url) => /\/api\/(?!session)/.test(url))).toEqual([]);
  const focused = () => page.evaluate(() => document.activeElement?.textContent ?? "");
  for (let step = 0; step < 12 && !(await focused()).startsWith("Supervisione"); step++)
    await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await loaded(page);
  expect(await sentence(page)).toMatch(/^Il venerdì/);
  expect(new URL(page.url()).search).toBe("?hours=fri-22-24&zone=Q01");
  expect(faults).toEqual([]);
  await close();
});

test.each([
  { scheme: "light" },
  { scheme: "dark" },
  { scheme: "dark", width: 390, height: 844, phone: true },
] satisfies Look[])("axe finds nothing on the way in, %o", async (look) => {
  const { page, close } = await atTheDoor("?screen=manca", look);
  await page.getByText("Poi si apre «Dove manca?».").waitFor();
  await page.getByText("Entra con nome utente e password").click();
  expect(await axeFindings(page)).toEqual([]);
  if (look.phone) {
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
    expect(await tooSmall(page)).toEqual([]);
  }
  await close();
});

test("a wrong password is refused in the same words as an unknown name", async () => {
  const { page, close } = await atTheDoor();
  await page.getByText("Entra con nome utente e password").click();
  await page.getByLabel("Nome utente").fill("nobody");
  await page.getByLabel("Password", { exact: true }).fill("not the password");
  await page.getByRole("button", { name: "Mostra la password" }).click();
  expect(await page.getByLabel("Password", { exact: true }).getAttribute("type")).toBe("text");
  await page.keyboard.press("Tab");
  await page.getByRole("button", { name: "Entra", exact: true }).click();
  await page.getByRole("alert").getByText("Nome utente, password o codice non sono giusti.").waitFor();
  await close();
});

test("signing out leaves nothing of the screen, nor of its address, to whoever comes next", async () => {
  const { page, faults, close } = await atTheDoor("?screen=account&hours=fri-22-24", { as: "planner" });
  await mine(page).click();
  await page.getByRole("button", { name: "Esci", exact: true }).click();
  await title(page).waitFor();
  expect(new URL(page.url()).search).toBe("");
  expect(await page.locator(".entry-note").count()).toBe(0);
  await page.reload();
  await title(page).waitFor();
  expect(faults).toEqual([]);
  await close();
});

test("a session that ended elsewhere takes the figures off the page, which goes on where it was after signing in", async () => {
  const { page, close } = await atTheDoor("?zone=Q01", { as: "supervisor" });
  await loaded(page);
  const before = await sentence(page);
  const origin = inject("demo");
  await page.context().request.delete(`${origin}/api/session`, { headers: { origin } });
  await page.getByRole("combobox", { name: "Periodo" }).selectOption({ index: 1 });
  await page.getByRole("status").getByText("La sessione è finita.").waitFor();
  expect(await page.locator(".panel, .map").count()).toBe(0);
  await page.goBack();
  await door(page, "Supervisione").click();
  await loaded(page);
  expect(await sentence(page)).toBe(before);
  await close();
});

const tooSmall = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll("button, input, summary")]
      .filter((one) => one.checkVisibility() && one.getBoundingClientRect().height < 44)
      .map((one) => one.outerHTML.slice(0, 80)),
  );

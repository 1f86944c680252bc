import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { TOTP } from "otpauth";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { axeFindings } from "./axeFindings.ts";
import { type Look, openBrowser, openPage, type Watched } from "./browser.ts";
import { startServer } from "./demo.ts";
import { goTo, read } from "./journey.ts";

const PASSWORD = "montone cinghiale vespa 4";
let browser: Browser;
let folder: string;
let server: Awaited<ReturnType<typeof startServer>>;
/** Who came in by the first link, signed in all along. */
let boss: Watched;

beforeAll(async () => {
  browser = await openBrowser();
  folder = await mkdtemp(join(tmpdir(), "sguardo-account-"));
  const network = join(folder, "town");
  await cp(join(import.meta.dirname, "..", "fixtures", "town"), network, { recursive: true });
  const file = join(network, "network.json");
  await writeFile(file, (await readFile(file, "utf8")).replace('"simulated": true', '"simulated": false'));
  server = await startServer(["--network", network, "--data", join(folder, "data")]);
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
  await rm(folder, { recursive: true, force: true });
});

const open = (address: string, look: Look = {}) => openPage(browser, address, { as: null, ...look });
const mine = (page: Page) => page.getByRole("button", { name: /^Il tuo accesso/ });
const press = (page: Page, name: string | RegExp) => page.getByRole("button", { name, exact: true }).click();

async function choosePassword(page: Page, password: string): Promise<void> {
  await page.getByLabel("Password nuova").fill(password);
  await press(page, "Salva ed entra");
}

async function typePassword(page: Page, login: string): Promise<void> {
  await page.getByLabel("Nome utente").fill(login);
  await page.getByLabel("Password", { exact: true }).fill(PASSWORD);
  await press(page, "Entra");
}

test("the first coordinator comes in by the link of the console, which works once and leaves the address", async () => {
  await expect.poll(() => server.link()).toBeDefined();
  const link = server.link() ?? "";
  boss = await open(link);
  const { page } = boss;
  await choosePassword(page, "password1234");
  await page.getByRole("alert").getByText("Questa password è tra quelle rubate").waitFor();
  expect(page.url()).toBe(`${server.url}/`);
  await choosePassword(page, PASSWORD);
  await page.getByText("Nome utente: coordinator").waitFor();
  expect(await page.evaluate(() => history.length)).toBeLessThan(3);

  const again = await open(link);
  await choosePassword(again.page, PASSWORD);
  await again.page.getByRole("alert").getByText("Questo link non vale più").waitFor();
  await again.close();
});

test("a coordinator invites somebody, who signs in on a phone by the link; once shut out the phone shows nothing", async () => {
  const { page } = boss;
  await goTo(page, "?screen=utenti");
  await page.getByText("È l’unica persona che può coordinare la rete").waitFor();
  await press(page, "Invita qualcuno");
  await page.getByLabel("Nome utente").fill("anna");
  await page.getByLabel("Servizio").selectOption({ label: "Mensa" });
  await press(page, "Crea il link");
  const link = await page.getByRole("textbox", { name: "Link per anna" }).inputValue();

  const phone = await open(link, { width: 390, height: 844, phone: true });
  await choosePassword(phone.page, "tre cavalli viola oltremare");
  await phone.page.getByText("Nome utente: anna · Operatore di un servizio · Mensa").waitFor();
  await phone.page.getByRole("button", { name: "Apri il menu" }).tap();
  expect(await phone.page.getByRole("link", { name: "Utenti" }).count()).toBe(0);
  await phone.page.keyboard.press("Escape");

  await press(page, /^Disattiva anna/);
  await press(page, "Disattiva");
  await page.getByText("disattivato · ultimo accesso").waitFor();
  await goTo(phone.page, "?screen=chi");
  await goTo(phone.page, "?screen=account");
  await phone.page.getByRole("status").getByText("La sessione è finita.").waitFor();
  expect(await phone.page.getByText("Mensa").count()).toBe(0);
  await phone.close();
});

test("with the second factor on, the password alone no longer opens, and a recovery code does once", async () => {
  const { page } = boss;
  await goTo(page, "?screen=account");
  await press(page, "Attiva");
  const card = page.locator("section", { hasText: "Secondo fattore" });
  await card.getByLabel("Password di adesso").fill(PASSWORD);
  await press(page, "Avanti");
  await page.getByRole("img", { name: "Codice QR" }).waitFor();
  const secret = (await read(page.locator(".secret-text"))).replaceAll(" ", "");
  await page.getByLabel("Codice di verifica").fill(new TOTP({ secret }).generate());
  await press(page, "Conferma e attiva");
  await page.getByText("Metti via questi codici adesso").waitFor();
  const codes = await page.locator(".recovery-codes li").allInnerTexts();
  expect(new Set(codes).size).toBe(10);
  await press(page, "Li ho messi via");
  await press(page, "Esci ovunque");

  await typePassword(page, "coordinator");
  await page.getByLabel("Codice di verifica").fill("000000");
  await press(page, "Entra");
  await page.getByRole("alert").getByText("Nome utente, password o codice non sono giusti.").waitFor();
  await press(page, "Non ho l’app: uso un codice di recupero");
  await page.getByLabel("Codice di recupero").fill(codes[0] ?? "");
  await press(page, "Entra");
  await mine(page).waitFor();
  await goTo(page, "?screen=account");
  await page.getByText("Codici di recupero rimasti: 9.").waitFor();
});

test.each<Look["scheme"]>(["light", "dark"])("axe finds nothing on one's own pages, %s", async (scheme) => {
  const { page } = boss;
  await page.emulateMedia({ colorScheme: scheme ?? null });
  for (const [screen, sign] of [
    ["account", "questa pagina"],
    ["utenti", "2 utenti"],
    ["registro", "Registro integro"],
  ]) {
    await goTo(page, `?screen=${screen}`);
    await page.getByText(sign ?? "").waitFor();
    expect(await axeFindings(page), screen).toEqual([]);
  }
});

test("the record says who did what, by whom it is looked for, and leaves as a file", async () => {
  const { page } = boss;
  await goTo(page, "?screen=registro");
  const rows = page.locator(".record tbody tr");
  await rows.filter({ hasText: "ha attivato il secondo fattore" }).waitFor();
  await page.getByLabel("Che cosa").selectOption("user");
  await expect
    .poll(() => rows.allInnerTexts())
    .toEqual([
      expect.stringMatching(/coordinator\s+ha cambiato un utente\s+anna .*disattivato: sì/),
      expect.stringMatching(/coordinator\s+ha dato un link\s+anna /),
      expect.stringMatching(/il server, da sé\s+ha dato un link\s+coordinator/),
    ]);
  await page.getByRole("searchbox", { name: "Chi" }).fill("nobody of that name");
  await page.getByText("Nessuna riga del registro corrisponde").waitFor();
  const [file] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: "Scarica tutto (CSV)" }).click(),
  ]);
  expect(await readFile(await file.path(), "utf8")).toContain("user.invited");
});

test("what was typed and not saved waits for who typed it when a session ends, and is nobody else's", async () => {
  const invited = async (login: string) => {
    await goTo(boss.page, "?screen=utenti");
    await press(boss.page, "Invita qualcuno");
    await boss.page.getByLabel("Nome utente").fill(login);
    await boss.page.getByLabel("Ruolo").selectOption("coordinator");
    await press(boss.page, "Crea il link");
    return boss.page.getByRole("textbox", { name: `Link per ${login}` }).inputValue();
  };
  const carla = await open(await invited("carla"));
  await choosePassword(carla.page, PASSWORD);
  await mine(carla.page).waitFor();
  await carla.close();
  const { page, close } = await open(await invited("bea"));
  await choosePassword(page, PASSWORD);
  await mine(page).waitFor();
  const field = page.getByLabel("Nome in inglese");
  const sessionEnds = async () => {
    await page.context().request.delete(`${server.url}/api/session`, { headers: { origin: server.url } });
    await goTo(page, "?screen=registro");
    await page.getByRole("status").getByText("La sessione è finita.").waitFor();
    await goTo(page, "?screen=gestione&item=police");
  };
  await goTo(page, "?screen=gestione&item=police");
  const published = await field.inputValue();
  await field.fill("Typed by Bea");
  await sessionEnds();
  await typePassword(page, "bea");
  await expect.poll(() => field.inputValue()).toBe("Typed by Bea");
  await sessionEnds();
  await typePassword(page, "carla");
  await expect.poll(() => field.inputValue()).toBe(published);

  await field.fill("Typed by Carla");
  await mine(page).click();
  await press(page, "Esci");
  await typePassword(page, "carla");
  await mine(page).waitFor();
  await goTo(page, "?screen=gestione&item=police");
  await expect.poll(() => field.inputValue()).toBe(published);
  await close();
});

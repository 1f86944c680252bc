import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { makeTwoLattices } from "../server/editions/twoLattices.ts";
import { addSomeone } from "./addSomeone.ts";
import { openBrowser, openPage } from "./browser.ts";
import { startServer } from "./demo.ts";
import { chosen, loaded, sentence } from "./journey.ts";

const town = join(import.meta.dirname, "..", "fixtures", "town");

let browser: Browser;
let folder: string;
beforeAll(async () => {
  browser = await openBrowser();
  folder = await mkdtemp(join(tmpdir(), "sguardo-trouble-"));
});
afterAll(async () => {
  await browser.close();
  await rm(folder, { recursive: true, force: true });
});

/** What the browser itself notes when an answer does not come; anything else is a fault. */
const others = (faults: string[]) =>
  faults.filter((fault) => !/^Failed to load resource: net::ERR_/.test(fault));

async function slowAnswers(page: Page, latency: number): Promise<void> {
  const wire = await page.context().newCDPSession(page);
  await wire.send("Network.enable");
  const speed = { downloadThroughput: -1, uploadThroughput: -1 };
  await wire.send("Network.emulateNetworkConditions", { offline: false, latency, ...speed });
}

const period = (page: Page) => page.getByRole("combobox", { name: "Periodo" });

test("when the server stops, the last good figures stay and the page says so; when it is back, retry works", async () => {
  const options = ["--network", town, "--data", join(folder, "town")];
  const first = await startServer(options);
  const { page, faults, close } = await openPage(browser, `${first.url}/?lang=it`);
  await loaded(page);
  const before = await sentence(page);
  await first.stop();
  const [, older] = await page.locator("optgroup[label='Trimestri'] option").all();
  const id = (await older?.getAttribute("value")) ?? "";
  await period(page).selectOption(id);
  const alert = page.getByRole("alert");
  await alert.getByText("Il server di Sguardo non risponde.").waitFor();
  await alert.getByText("Sullo schermo restano le ultime cifre buone.").waitFor();
  expect(await sentence(page)).toBe(before);
  expect(await page.locator(".map").getAttribute("data-loaded")).toBe("true");

  const again = await startServer([...options, "--port", new URL(first.url).port]);
  await alert.getByRole("button", { name: "Riprova" }).click();
  await alert.waitFor({ state: "detached" });
  await expect.poll(() => chosen(page, "period")).toBe(id);
  expect(others(faults)).toEqual([]);
  await close();
  await again.stop();
});

test("a page that reaches no server at first says so in words and starts by retry", async () => {
  const { page, faults, close } = await openPage(browser, "about:blank", { at: inject("demo") });
  const wire = await page.context().newCDPSession(page);
  await wire.send("Network.enable");
  await wire.send("Network.setBlockedURLs", { urls: ["*/api/*"] });
  await page.goto(`${inject("demo")}/?hours=fri-22-24&zone=Q01`);
  const alert = page.getByRole("alert");
  await alert.getByText("I dati non sono arrivati.").waitFor();
  await wire.send("Network.setBlockedURLs", { urls: [] });
  await alert.getByRole("button", { name: "Riprova" }).click();
  await loaded(page);
  expect(await sentence(page)).toMatch(/^Il venerdì tra le 22 e le 24 /);
  expect(others(faults)).toEqual([]);
  await close();
});

test("while answers are slow the page says that it is loading, and a slow period leaves the old one in sight", async () => {
  const { page, faults, close } = await openPage(browser, "about:blank", { at: inject("demo") });
  await slowAnswers(page, 1000);
  const going = page.goto(inject("demo"));
  const waiting = page.locator('.screen[aria-busy="true"]', { hasText: "Sto caricando i dati della rete" });
  await waiting.waitFor();
  await going;
  await page.locator('.screen[aria-busy="false"]').waitFor({ timeout: 20_000 });
  const before = await sentence(page);
  const year = await page.locator("optgroup[label='Anni'] option").first().getAttribute("value");
  const arrived = page.waitForResponse((response) => response.url().endsWith(`coverage?period=${year}`));
  await period(page).selectOption(year);
  expect(await sentence(page)).toBe(before);
  expect((await arrived).status()).toBe(200);
  expect(faults).toEqual([]);
  await close();
});

test.each(["manca", "notte"])(
  "on the screen %s late figures are announced, and one card says that they failed",
  async (name) => {
    const { page, faults, close } = await openPage(browser, `${inject("demo")}/?screen=${name}`);
    await page.locator('[aria-busy="false"]').waitFor();
    await slowAnswers(page, 2500);
    const [, other] = await period(page)
      .locator("optgroup[label='Trimestri'] option")
      .evaluateAll((options) => options.map((option) => (option as HTMLOptionElement).value));
    await period(page).selectOption(other ?? "");
    const waiting = page.getByRole("status").getByText("Carico le cifre…");
    await waiting.waitFor();
    await waiting.waitFor({ state: "detached" });
    const wire = await page.context().newCDPSession(page);
    await wire.send("Network.enable");
    await wire.send("Network.setBlockedURLs", { urls: ["*/api/*"] });
    const year = await page.locator("optgroup[label='Anni'] option").first().getAttribute("value");
    await period(page).selectOption(year);
    const alert = page.getByRole("alert");
    await alert.getByText("Sullo schermo restano le ultime cifre buone.").waitFor();
    expect(await alert.count()).toBe(1);
    await wire.send("Network.setBlockedURLs", { urls: [] });
    await alert.getByRole("button", { name: "Riprova" }).click();
    await alert.waitFor({ state: "detached" });
    expect(others(faults)).toEqual([]);
    await close();
  },
);

test("a network whose first period is not closed yet says so, and shows its zones", async () => {
  const network = join(folder, "new-town");
  await cp(town, network, { recursive: true });
  const file = join(network, "network.json");
  const told = JSON.parse(await readFile(file, "utf8"));
  await writeFile(file, JSON.stringify({ ...told, simulated: false }));
  const data = join(folder, "new");
  const someone = await addSomeone(network, data);
  const { url, stop } = await startServer(["--network", network, "--data", data]);
  const { page, faults, close } = await openPage(browser, `${url}/?lang=it`, { as: someone });
  await page.getByText("Nessun periodo è ancora chiuso").waitFor();
  await page.locator('.map[data-loaded="true"]').waitFor();
  expect(Number(await page.locator(".map").getAttribute("data-zones"))).toBeGreaterThan(2);
  expect(await page.getByText("dati simulati").count()).toBe(0);
  expect(faults).toEqual([]);
  await close();
  await stop();
});

test("a period of before the zones changed is shown in the zones of then, and says so", async () => {
  const folders = { network: join(folder, "two"), data: join(folder, "two-data") };
  await makeTwoLattices(folders);
  const someone = await addSomeone(folders.network, folders.data);
  const { url, stop } = await startServer(["--network", folders.network, "--data", folders.data]);
  const { page, faults, close } = await openPage(browser, `${url}/?lang=it&table=open`, { as: someone });
  const named = (name: string) => page.getByRole("rowheader", { name, exact: true });
  await named("Porto nuovo").waitFor();
  const notice = page.getByText("Le zone, le fasce e i bisogni sono quelli con cui si contava nel 2025");
  expect(await notice.count()).toBe(0);
  await period(page).selectOption("2025-Q4");
  await named("Porto").waitFor();
  await notice.waitFor();
  expect(await named("Porto nuovo").count()).toBe(0);
  await page.goto(`${url}/?lang=it&screen=manca&period=2025-Q4&table=open`);
  await named("Porto").waitFor();
  await period(page).selectOption("2026-Q3");
  await named("Porto nuovo").waitFor();
  expect(faults).toEqual([]);
  await close();
  await stop();
});

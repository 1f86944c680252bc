import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import type { AddressInfo } from "node:net";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { realProvider } from "../server/oidc/realProvider.ts";
import { openBrowser, openPage } from "./browser.ts";
import { startServer } from "./demo.ts";
import { goTo } from "./journey.ts";

let browser: Browser;
let folder: string;
let there: Awaited<ReturnType<typeof realProvider>>;
let server: Awaited<ReturnType<typeof startServer>>;

beforeAll(async () => {
  browser = await openBrowser();
  folder = await mkdtemp(join(tmpdir(), "sguardo-oidc-"));
  const network = join(folder, "town");
  await cp(join(import.meta.dirname, "..", "fixtures", "town"), network, { recursive: true });
  const file = join(network, "network.json");
  await writeFile(file, (await readFile(file, "utf8")).replace('"simulated": true', '"simulated": false'));
  const port = await freePort();
  const people = {
    anna: { preferred_username: "a.verdi", groups: "planners" },
    boss: { preferred_username: "boss", groups: "coordinators" },
  };
  there = await realProvider(people, `http://localhost:${port}/oidc/callback`);
  const oidc = join(folder, "oidc.json");
  await writeFile(join(folder, "client-secret"), "a secret of the test");
  const roles = { claim: "groups", values: { planners: "planner", coordinators: "coordinator" } };
  const settings = { issuer: there.issuer, client_id: "sguardo", client_secret_file: "client-secret" };
  await writeFile(oidc, JSON.stringify({ ...settings, name: "Comune di Prova", roles }));
  const options = ["--network", network, "--data", join(folder, "data"), "--port", String(port)];
  server = await startServer(options, { SGUARDO_OIDC: oidc });
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
  await there?.stop();
  await rm(folder, { recursive: true, force: true });
});

async function enter(page: Page, login: string): Promise<void> {
  await page.getByRole("link", { name: "Entra con Comune di Prova" }).click();
  await page.getByPlaceholder("Enter any login").fill(login);
  await page.getByPlaceholder("and password").fill("any");
  await page.getByRole("button", { name: "Sign-in" }).click();
  await page.getByRole("button", { name: "Continue" }).click();
  await mine(page).waitFor();
}
const mine = (page: Page) => page.getByRole("button", { name: /^Il tuo accesso/ });

test("who comes from the identity provider has nothing to change here, can only be shut out, and signs out there too", async () => {
  const look = { as: null };
  const boss = await openPage(browser, server.url, look);
  const anna = await openPage(browser, server.url, look);
  await enter(anna.page, "anna");
  await goTo(anna.page, "?screen=account");
  await anna.page.getByText("Entri dal fornitore di identità").waitFor();
  expect(await anna.page.getByRole("heading", { name: "Secondo fattore" }).count()).toBe(0);

  await enter(boss.page, "boss");
  await goTo(boss.page, "?screen=utenti");
  const row = boss.page.locator(".user-row", { hasText: "a.verdi" });
  await row.getByText("Ruolo e servizio li dà il fornitore di identità").waitFor();
  expect(await row.getByRole("button").allInnerTexts()).toEqual([expect.stringMatching(/^Disattiva/)]);

  await mine(anna.page).click();
  await anna.page.getByRole("button", { name: "Esci", exact: true }).click();
  await anna.page.getByRole("button", { name: "Yes, sign me out" }).click();
  await anna.page.getByRole("link", { name: "Entra con Comune di Prova" }).click();
  await anna.page.getByPlaceholder("Enter any login").waitFor();
  for (const { close } of [anna, boss]) await close();
});

function freePort(): Promise<number> {
  return new Promise((found) => {
    const probe = createServer().listen(0, () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => found(port));
    });
  });
}

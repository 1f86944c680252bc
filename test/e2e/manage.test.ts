import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { axeFindings } from "./axeFindings.ts";
import { openBrowser, openPage, type Watched } from "./browser.ts";
import { startServer } from "./demo.ts";

const town = join(import.meta.dirname, "..", "fixtures", "town");

let browser: Browser;
let folder: string;
let server: Awaited<ReturnType<typeof startServer>>;
let first: Watched;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "sguardo-manage-"));
  [browser, server] = await Promise.all([openBrowser(), startServer(["--network", town, "--data", folder])]);
  first = await coordinator("?screen=gestione");
});
afterAll(async () => {
  await browser.close();
  await server.stop();
  await rm(folder, { recursive: true, force: true });
});

async function coordinator(search: string): Promise<Watched> {
  const watched = await openPage(browser, `${server.url}/${search}`, { as: "coordinator" });
  watched.page.setDefaultTimeout(9_000);
  return watched;
}

const press = (page: Page, name: string) => page.getByRole("button", { name, exact: true }).click();
const state = (page: Page) => page.getByRole("region", { name: "Stato della rete" });

test("a new service joins with two fields typed and eight clicks, proposed initials and colour, and is published", async () => {
  const { page } = first;
  let acts = 0;
  const count = async (act: Promise<void>) => {
    acts++;
    await act;
  };
  await count(press(page, "Nuovo servizio"));
  await count(page.getByLabel("Nome", { exact: true }).fill("Unità Ponte"));
  expect(await page.getByLabel("Sigla").inputValue()).toBe("UP");
  await count(press(page, "Cura"));
  await count(press(page, "tutti"));
  await count(press(page, "lun"));
  await count(press(page, "Porto"));
  await count(page.getByLabel("Alle", { exact: true }).fill("17"));
  await page.getByText("lun 09–17, non nei festivi · Porto").waitFor();
  await count(press(page, "Salva nella bozza"));
  await state(page).getByText("2 modifiche · da pubblicare").waitFor();
  await count(press(page, "Rivedi e pubblica"));
  await page.getByText("Si aggiunge: servizio Unità Ponte").waitFor();
  await page.getByText("Tutto vale da subito.").waitFor();
  expect(await axeFindings(page)).toEqual([]);
  await count(press(page, "Pubblica"));
  await state(page).getByText("Pubblicato. Vale da subito.").waitFor();
  expect(acts).toBe(10);

  await state(page).getByText("Edizione 1, pubblicata da").waitFor();
  await page.getByRole("link", { name: "Chi c’è?" }).click();
  await page.locator(".map").waitFor();
  await page
    .getByText(/Unità Ponte/)
    .first()
    .waitFor();
  expect(first.faults).toEqual([]);
});

test("a mistake is said at its field, kept in the draft, and keeps the draft from being published", async () => {
  const { page } = first;
  await page.goto(`${server.url}/?screen=gestione&item=police`);
  await page.getByLabel("Sigla").fill("UP");
  await press(page, "Salva nella bozza");
  await page
    .getByText("La sigla «UP» è già di un altro servizio: scegli altre due lettere maiuscole o cifre.")
    .first()
    .waitFor();
  await state(page).getByText("una cosa da correggere").waitFor();
  await press(page, "Rivedi e pubblica");
  expect(await page.getByRole("button", { name: "Pubblica", exact: true }).isDisabled()).toBe(true);
  await press(page, "Chiudi");
  await page.getByLabel("Sigla").fill("TP");
  await press(page, "Salva nella bozza");
  await state(page).getByText("nessuna modifica").waitFor();
  expect(first.faults).toEqual([]);
});

test("when somebody else saved meanwhile, what was typed stays and can go on top", async () => {
  const { page } = first;
  const second = await coordinator("?screen=gestione&item=night");
  await page.goto(`${server.url}/?screen=gestione&item=police`);
  await page.getByLabel("Nome in inglese").fill("Police of the town");
  await second.page.getByLabel("Nome in inglese").fill("Night team");
  await press(second.page, "Salva nella bozza");
  await second.page
    .getByText("In bozza, da pubblicare.")
    .or(second.page.getByText("Salvato"))
    .first()
    .waitFor();
  await press(page, "Salva nella bozza");
  await page.getByText("ha salvato nel frattempo.").waitFor();
  expect(await page.getByLabel("Nome in inglese").inputValue()).toBe("Police of the town");
  await press(page, "Salva la mia");
  await page.getByText("Salvato nella bozza.").waitFor();
  await page.reload();
  await press(page, "Rivedi e pubblica");
  const said = page.locator(".review-changes");
  await said.getByText("Night team").waitFor();
  await said.getByText("Police of the town").waitFor();
  await page.getByLabel("Nota di pubblicazione").fill("nomi inglesi");
  await press(page, "Pubblica");
  await state(page).getByText("Pubblicato. Vale da subito.").waitFor();
  // The refused save is the browser's own note.
  expect(first.faults.splice(0).filter((fault) => !/409/.test(fault))).toEqual([]);
  await second.close();
});

test("what somebody saved after the list was read is neither thrown away nor published unseen", async () => {
  const { page } = first;
  const second = await coordinator("?screen=gestione&item=night");
  const saved = async (name: string) => {
    await second.page.reload();
    await second.page.getByLabel("Nome in inglese").fill(name);
    await press(second.page, "Salva nella bozza");
    await second.page.getByText("Salvato nella bozza.").waitFor();
  };
  await page.goto(`${server.url}/?screen=gestione&item=police`);
  await page.getByLabel("Nome in inglese").fill("The police");
  await press(page, "Salva nella bozza");
  await page.getByText("Salvato nella bozza.").waitFor();
  await press(page, "Scarta la bozza");
  await state(page).getByText("La modifica in bozza va persa. Sicuro?").waitFor();
  await saved("The night team");
  await press(page, "Sì, scarta");
  await state(page).getByText("Non è stato scartato niente").waitFor();
  await state(page).getByText("2 modifiche · da pubblicare").waitFor();

  // The rows come after the list of changes: here, once somebody else has saved.
  let read = false;
  await page.route("**/api/draft/*", async (route) => {
    if (!read) {
      read = true;
      await saved("The unseen team");
    }
    await route.continue();
  });
  await page.reload();
  await press(page, "Rivedi e pubblica");
  await press(page, "Pubblica");
  await page.getByText("Qualcuno ha salvato nel frattempo, oppure").waitFor();
  await page.unroute("**/api/draft/*");
  const published = await page.request.get(`${server.url}/api/editions`);
  expect((await published.json()).current).toBe(2);
  await press(page, "Pubblica");
  await state(page).getByText("Pubblicato. Vale da subito.").waitFor();
  expect(first.faults.splice(0).filter((fault) => !/409/.test(fault))).toEqual([]);
  await second.close();
});

test("an edition is restored as a draft, and the draft can be thrown away after asking", async () => {
  const { page } = first;
  await page.goto(`${server.url}/?screen=gestione&part=history`);
  await page.locator(".edition", { hasText: "Edizione 2" }).getByText("nomi inglesi").waitFor();
  await page.locator(".edition", { hasText: "Edizione 1" }).getByRole("button").click();
  await state(page).getByText("dall’edizione 1").waitFor();
  await press(page, "Scarta la bozza");
  await press(page, "Sì, scarta");
  await state(page).getByText("Edizione 3, pubblicata da").waitFor();
  expect(first.faults).toEqual([]);
});

test("a supervisor reads the history and changes nothing; who plans is told who may", async () => {
  const supervisor = await openPage(browser, `${server.url}/?screen=gestione`, { as: "supervisor" });
  await supervisor.page.getByRole("heading", { name: "Storia" }).waitFor();
  expect(await supervisor.page.getByRole("button", { name: "Riprendi come bozza" }).count()).toBe(0);
  expect(supervisor.faults).toEqual([]);
  await supervisor.close();
  const planner = await openPage(browser, `${server.url}/?screen=gestione`, { as: "planner" });
  await planner.page.locator(".place-lead").waitFor();
  expect(planner.faults).toEqual([]);
  await planner.close();
});

import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { loadNetwork } from "../../server/network/loadNetwork.ts";
import { openBrowser, openPage } from "../e2e/browser.ts";
import { startServer } from "../e2e/demo.ts";
import { goTo, loaded, read, sentence } from "../e2e/journey.ts";
import { bostonMissing, measureImport, writeBostonNetwork } from "./bostonNetwork.ts";

let folder: string;
let browser: Browser;
let server: Awaited<ReturnType<typeof startServer>>;

if (bostonMissing) console.warn(bostonMissing);
const real = test.skipIf(bostonMissing !== null);

/** Imports Boston, then lets the built server close its periods and serve it. */
beforeAll(async () => {
  if (bostonMissing) return;
  folder = await mkdtemp(join(tmpdir(), "sguardo-boston-page-"));
  const [network, data] = [join(folder, "network"), join(folder, "data")];
  await measureImport(await loadNetwork(await writeBostonNetwork(network)), data);
  server = await startServer(["--network", network, "--data", data]);
  browser = await openBrowser();
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
  if (folder) await rm(folder, { recursive: true });
});

real(
  "Boston stands in the browser: 23 zones on the map and in the table, its needs published, nothing amiss",
  async () => {
    const { page, faults, close } = await openPage(browser, `${server.url}/?lang=en&period=2011-Q4`);
    await loaded(page);
    expect(await page.locator(".map").getAttribute("data-zones")).toBe("23");
    expect(await sentence(page)).toMatch(/23/);
    for (const wrong of ["simulated data", "See the whole week"])
      expect(await page.getByText(wrong).count()).toBe(0);
    if (process.env["SGUARDO_SHOTS"]) await page.screenshot({ path: join(tmpdir(), "sguardo-boston.png") });

    await goTo(page, "?lang=en&period=2011-Q4&table=open");
    expect(await page.locator(".zone-table tbody tr").count()).toBe(23);
    await page.locator(".zone-table tbody").getByRole("button", { name: "Dorchester" }).click();
    expect(await read(page.locator(".panel .zone-name"))).toBe("Dorchester");
    expect(await page.locator(".need-slots li").count()).toBe(4);

    await page.getByRole("button", { name: "Why these figures?" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByLabel("Slot").selectOption("morning");
    const count = dialog.locator("dt", { hasText: "Published observations" }).locator("+ dd");
    await expect.poll(async () => Number((await read(count)).replaceAll(",", ""))).toBeGreaterThan(500);
    expect(faults).toEqual([]);
    await close();
  },
);

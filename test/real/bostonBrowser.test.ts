import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { loadNetwork } from "../../server/network/loadNetwork.ts";
import { addSomeone } from "../e2e/addSomeone.ts";
import { type Credentials, openBrowser, openPage } from "../e2e/browser.ts";
import { startServer } from "../e2e/demo.ts";
import { goTo, loaded, read, sentence } from "../e2e/journey.ts";
import { signedIn } from "../e2e/signedIn.ts";
import { bostonMissing, measureImport, writeBostonNetwork } from "./bostonNetwork.ts";

let folder: string;
let browser: Browser;
let someone: Credentials;
let server: Awaited<ReturnType<typeof startServer>>;

if (bostonMissing) console.warn(bostonMissing);
const real = test.skipIf(bostonMissing !== null);

/** Imports Boston, then lets the built server close its periods and serve it. */
beforeAll(async () => {
  if (bostonMissing) return;
  folder = await mkdtemp(join(tmpdir(), "sguardo-boston-page-"));
  const [network, data] = [join(folder, "network"), join(folder, "data")];
  await measureImport(await loadNetwork(await writeBostonNetwork(network)), data);
  someone = await addSomeone(network, data);
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
    const address = `${server.url}/?lang=en&period=2011-Q4`;
    const { page, faults, close } = await openPage(browser, address, { as: someone });
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

type Told = { class: string; expected: number | null; interval: unknown; needs: Told[] };

real(
  "without schedules and outings no answer says who is missing, and none says that nobody is",
  async () => {
    const answers = signedIn(() => server.url, someone);
    const ask = async (path: string) => (await answers(`/api/${path}`)).json();
    const coverage = await ask("coverage?period=2011-Q4");
    expect([coverage.presence.zone, coverage.visits.zone, coverage.hours.zone]).toEqual([[], [], []]);

    const gaps = await ask("gaps?period=2011-Q4");
    expect(gaps.act).toEqual([]);
    expect(gaps.look).toHaveLength(23);
    const told: Told[] = gaps.zones.flatMap((zone: Told) => [zone, ...zone.needs]);
    expect(new Set(told.map((one) => `${one.class} ${one.expected}`))).toEqual(new Set(["unknown null"]));

    const { network, zones } = await ask("compare?period=2011-Q4&a=morning,afternoon,evening&b=night");
    const nobody = { rate: null, upTo10: null, missing: "no_hours" };
    for (const place of [network, ...zones])
      expect(place).toMatchObject({ a: nobody, b: nobody, ratio: null, q: null, step: null });

    expect((await ask("overlaps?period=2011-Q4")).overlaps).toEqual([]);
    const advice = await ask("advice?period=2011-Q4&hours=8");
    expect(
      advice.shifts.map(({ purpose, meets }: { purpose: string; meets: unknown }) => [purpose, meets]),
    ).toEqual(advice.shifts.map(() => ["look", null]));
  },
);

real("the screens say what cannot be said in words, and show no zero for it", async () => {
  const { page, faults, close } = await openPage(
    browser,
    `${server.url}/?lang=en&period=2011-Q4&screen=manca`,
    { as: someone },
  );
  await page.locator('.screen[aria-busy="false"]').waitFor();
  expect(await sentence(page)).toBe(
    "Of this period there are neither schedules nor outings: who is there is not known, nor where anybody is missing.",
  );
  expect(await page.locator(".legend li b").allInnerTexts()).toEqual(["0", "0", "0", "23"]);
  await page.getByText("Of no zone do we know enough to say where to act.").waitFor();
  expect(await page.getByText(/surely uncovered|hours uncovered/).count()).toBe(0);

  await goTo(page, "?lang=en&period=2011-Q4&screen=manca&table=open");
  const expected = await page.locator(".table-area tbody tr > :nth-child(3)").allInnerTexts();
  expect(new Set(expected)).toEqual(new Set(["?"]));

  await goTo(page, "?lang=en&period=2011-Q4&screen=manca&zone=dorchester");
  expect(await read(page.locator(".gap-needs li small").first())).toContain("who is there is not known");

  await goTo(page, "?lang=en&period=2011-Q4&screen=notte");
  await page.getByText("Of no zone can it be said whether there is a difference.").waitFor();
  const levels = await page
    .locator(".network-week .week-cell")
    .evaluateAll((cells) => cells.map((cell) => cell.getAttribute("data-level")));
  expect([levels.length, new Set(levels)]).toEqual([168, new Set(["unknown"])]);
  expect(faults).toEqual([]);
  await close();
});

import type { Browser, Locator, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, expect, inject } from "vitest";
import { type Look, openBrowser, openPage, type Watched } from "./browser.ts";

export type Journey = {
  /** The page as it was left. */
  page: () => Page;
  /** The loaded page, brought to an address as back and forward bring it: nothing is loaded again. */
  at: (search?: string) => Promise<Page>;
  /** Every address asked of the network since the page opened, but for the icon, which browsers ask for again at will. */
  asked: () => readonly string[];
  browser: () => Browser;
};

/** Where a journey begins, and when the page stands there. */
const FRONT = { search: "", stands: loaded };

/** One loaded page for the journeys of a file; after each, nothing may have gone wrong in it. */
export function journey(look: Look = {}, start: { search: string; stands: typeof loaded } = FRONT): Journey {
  let browser: Browser;
  let watched: Watched;
  beforeAll(async () => {
    browser = await openBrowser();
    watched = await openPage(browser, `${inject("demo")}/${start.search}`, look);
    watched.page.setDefaultTimeout(20_000);
    await start.stands(watched.page);
  });
  afterEach(() => expect(watched.faults.splice(0)).toEqual([]));
  afterAll(() => browser?.close());
  return {
    page: () => watched.page,
    async at(search = "") {
      await goTo(watched.page, search);
      return watched.page;
    },
    asked: () => watched.asked.filter((url) => !url.endsWith(".svg")),
    browser: () => browser,
  };
}

/** Everything that loads has loaded: figures and map. */
export async function loaded(page: Page): Promise<void> {
  await page.locator('.screen[aria-busy="false"]').waitFor();
  await page.locator('.map[data-loaded="true"]').waitFor();
}

/** Moves within the loaded page by its address. */
export async function goTo(page: Page, search: string): Promise<void> {
  await page.evaluate((to) => {
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    history.pushState(null, "", to);
    dispatchEvent(new PopStateEvent("popstate"));
  }, `/${search}`);
  await painted(page);
}

/** Two frames: what was chosen is on the screen. */
export const painted = (page: Page): Promise<void> =>
  page.evaluate(
    () => new Promise<void>((done) => requestAnimationFrame(() => requestAnimationFrame(() => done()))),
  );

/** What the address says of one choice. */
export const chosen = (page: Page, key: string): string | null => new URL(page.url()).searchParams.get(key);

/** What the eye reads there, hidden words left out. */
export async function read(place: Locator): Promise<string> {
  await place.waitFor();
  return (await place.allInnerTexts()).join();
}

/** The panel's sentence. */
export const sentence = (page: Page): Promise<string> => read(page.locator(".panel .sentence"));

import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, bench, describe } from "vitest";
import { openBrowser, openPage } from "../test/e2e/browser.ts";
import { startServer } from "../test/e2e/demo.ts";
import { loaded } from "../test/e2e/journey.ts";
import { serveBlankMap } from "./blankMap.ts";
import { median } from "./cesena.ts";

const some = { iterations: 60, warmupIterations: 10, time: 0, warmupTime: 0 };

let browser: Browser;
let screen: Page;
let blank: Page;
let stop: () => Promise<void>;
const steps: number[] = [];
const repaints: number[] = [];

beforeAll(async () => {
  const data = await mkdtemp(join(tmpdir(), "sguardo-scrub-"));
  const server = await startServer(["--data", data]);
  const empty = await serveBlankMap();
  browser = await openBrowser();
  screen = (await openPage(browser, `${server.url}/?hours=mon-06-08&zone=Q01`)).page;
  await loaded(screen);
  await screen.getByRole("slider", { name: "Ore scelte" }).focus();
  blank = (await openPage(browser, empty.url, { as: null })).page;
  await blank.locator("body[data-loaded=true]").waitFor();
  stop = async () => {
    await browser.close();
    empty.stop();
    await server.stop();
    await rm(data, { recursive: true, force: true });
  };
});

afterAll(async () => {
  const [step, repaint] = [median(steps.slice(10)), median(repaints.slice(10))];
  console.info(
    `A step of the scrub: median ${step.toFixed(1)} ms; an empty map repaints in ${repaint.toFixed(1)} ms; ratio ${(step / repaint).toFixed(1)}.`,
  );
  await stop();
});

describe("an hour further", () => {
  bench(
    "the screen: map, strip, sentence, rows and figures of the next hour are painted",
    async () => {
      await screen.bringToFront();
      steps.push(await screen.evaluate(STEP, "hour"));
    },
    some,
  );

  bench(
    "an empty map of the same size of window repaints",
    async () => {
      await blank.bringToFront();
      repaints.push(await blank.evaluate(STEP, "repaint"));
    },
    some,
  );
});

/** Milliseconds from the choice to the end of its frame: the pixels of the map are read back, so they are drawn. */
const STEP = async (what: string): Promise<number> => {
  const frame = () => new Promise<void>((drawn) => requestAnimationFrame(() => drawn()));
  await frame();
  const start = performance.now();
  if (what === "hour") {
    const key = new KeyboardEvent("keydown", { key: "ArrowRight", bubbles: true, cancelable: true });
    document.activeElement?.dispatchEvent(key);
  } else (globalThis as unknown as { map: { triggerRepaint: () => void } }).map.triggerRepaint();
  await frame();
  await new Promise<void>((done) => {
    const channel = new MessageChannel();
    channel.port1.onmessage = () => done();
    channel.port2.postMessage(null);
  });
  for (const canvas of document.querySelectorAll("canvas")) {
    const gl = canvas.getContext("webgl2");
    gl?.readPixels(0, 0, 1, 1, gl.RGBA, gl.UNSIGNED_BYTE, new Uint8Array(4));
  }
  return performance.now() - start;
};

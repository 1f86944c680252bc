import { mkdtemp, rm } from "node:fs/promises";
import { get } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, bench, describe } from "vitest";
import { openBrowser, openPage } from "../test/e2e/browser.ts";
import { startServer } from "../test/e2e/demo.ts";
import { loaded } from "../test/e2e/journey.ts";
import { cookieAt } from "../test/e2e/signedIn.ts";

const data = await mkdtemp(join(tmpdir(), "sguardo-load-"));
const server = await startServer(["--data", data]);
const cookie = await cookieAt(server.url);
const browser = await openBrowser();
const bytes = new Map<string, number>();

afterAll(async () => {
  const total = [...bytes.values()].reduce((sum, size) => sum + size, 0);
  const parts = [...bytes].map(([kind, size]) => `${kind} ${kb(size)}`).join(", ");
  console.info(`First load until the map stands: ${kb(total)} over the wire (${parts}).`);
  await browser.close();
  await server.stop();
  await rm(data, { recursive: true, force: true });
});

describe("the first load", () => {
  bench(
    "from an empty cache until the map stands",
    async () => {
      const { page, asked, close } = await openPage(browser, server.url);
      await loaded(page);
      await close();
      await count(asked.filter((url) => url.startsWith(server.url)));
    },
    { iterations: 2, warmupIterations: 0, time: 0, warmupTime: 0 },
  );
});

/** Asks again for each address the page asked for, the way the browser asks, and counts the bytes of the bodies as they come. */
async function count(asked: readonly string[]): Promise<void> {
  bytes.clear();
  for (const url of new Set(asked)) {
    const kind = kindOf(url);
    bytes.set(kind, (bytes.get(kind) ?? 0) + (await sizeOf(url)));
  }
}

const sizeOf = (url: string): Promise<number> =>
  new Promise((counted, failed) => {
    get(url, { headers: { cookie, "accept-encoding": "gzip, deflate, br" } }, (response) => {
      let size = 0;
      response.on("data", (chunk: Buffer) => {
        size += chunk.length;
      });
      response.on("end", () => counted(size));
    }).on("error", failed);
  });

const kindOf = (url: string): string => {
  const { pathname } = new URL(url);
  if (pathname.startsWith("/api/")) return "figures";
  if (pathname.startsWith("/basemap/")) return "basemap";
  if (pathname.startsWith("/glyphs/")) return "glyphs";
  if (/\.woff2?$/.test(pathname)) return "fonts";
  if (/\.m?js$/.test(pathname)) return "JavaScript";
  return pathname.endsWith(".css") ? "CSS" : "HTML and icon";
};

const kb = (size: number): string => `${(size / 1024).toFixed(0)} kB`;

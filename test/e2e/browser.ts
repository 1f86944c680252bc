import { existsSync } from "node:fs";
import { type Browser, type BrowserContext, chromium, type Page } from "playwright-core";
import type { Role } from "../../server/access.ts";

const places = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"].flatMap((name) =>
  (process.env["PATH"] ?? "").split(":").map((folder) => `${folder}/${name}`),
);

/** The Chromium that is on this machine; `npm test` has made sure there is one. */
export function openBrowser(): Promise<Browser> {
  const executablePath = [process.env["CHROME_PATH"] ?? "", ...places].find((place) => existsSync(place));
  if (!executablePath) throw new Error("No Chromium: run the tests with `npm test`, or set CHROME_PATH.");
  return chromium.launch({
    executablePath,
    args: [
      "--no-sandbox",
      "--use-angle=swiftshader",
      "--enable-unsafe-swiftshader",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
      "--disable-quic",
      "--no-first-run",
    ],
  });
}

export type Watched = { page: Page; faults: string[]; asked: string[]; close: () => Promise<void> };

export type Look = {
  width?: number;
  height?: number;
  scheme?: "light" | "dark";
  phone?: boolean;
  locale?: string;
  /** Who is signed in before the page opens: in the demo at `at` as a role, elsewhere with a password; null: nobody. */
  as?: Role | Credentials | null;
  /** The server, where the page does not open on it. */
  at?: string;
};

export type Credentials = { login: string; password: string };

/** A fresh page that notes every console error, failed or foreign request, and every question asked. */
export async function openPage(browser: Browser, url: string, look: Look = {}): Promise<Watched> {
  const context = await browser.newContext({
    viewport: { width: look.width ?? 1440, height: look.height ?? 900 },
    colorScheme: look.scheme ?? "light",
    locale: look.locale ?? "it-IT",
    hasTouch: look.phone ?? false,
    isMobile: look.phone ?? false,
    deviceScaleFactor: look.phone ? 2 : 1,
  });
  const { as = "supervisor", at = url } = look;
  if (as !== null && at.startsWith("http")) await signIn(context, at, as);
  const page = await context.newPage();
  const faults: string[] = [];
  const asked: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error") faults.push(message.text());
  });
  page.on("pageerror", (error) => faults.push(String(error)));
  page.on("request", (request) => {
    asked.push(request.url());
    if (!/^(http:\/\/localhost:|data:|blob:)/.test(request.url()))
      faults.push(`foreign request: ${request.url()}`);
  });
  await page.goto(url);
  return { page, faults, asked, close: () => context.close() };
}

async function signIn({ request }: BrowserContext, at: string, as: Role | Credentials): Promise<void> {
  const { origin } = new URL(at);
  const [path, data] = typeof as === "string" ? ["/api/session/demo", { role: as }] : ["/api/session", as];
  const answer = await request.post(`${origin}${path}`, { data, headers: { origin } });
  if (!answer.ok()) throw new Error(`not signed in at ${origin}: ${answer.status()} ${await answer.text()}`);
}

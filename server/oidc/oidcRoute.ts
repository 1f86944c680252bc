import { type Context, Hono } from "hono";
import { deleteCookie, getCookie, setCookie } from "hono/cookie";
import type { Accounts } from "../accounts/Accounts.ts";
import { accountsOf } from "../accounts/accountsOf.ts";
import { begin } from "../accounts/begin.ts";
import { problem } from "../http.ts";
import type { Sources } from "../sources.ts";
import { accountByClaims, NotForSguardo } from "./accountByClaims.ts";
import { MINUTES, pendingSignIns } from "./pendingSignIns.ts";
import type { Provider } from "./provider.ts";

/** /oidc/login and /oidc/callback: to the identity provider and back, by browser; what went wrong the page tells (`#oidc=…`). */
export function oidcRoute(sources: Sources, publicUrl: URL | null) {
  const pending = pendingSignIns(sources.accounts?.now ?? Date.now);
  return new Hono()
    .get("/login", async (c) => {
      const [accounts, provider] = [accountsOf(sources), providerOf(sources)];
      const redirect = `${publicUrl?.origin ?? new URL(c.req.url).origin}/oidc/callback`;
      try {
        const { url, asked } = await provider.ask(redirect);
        keep(c, accounts, pending.keep({ asked, redirect, to: addressOf(c) }));
        return c.redirect(url.href);
      } catch (error) {
        return lost(c, "unreachable", error);
      }
    })
    .get("/callback", async (c) => {
      const [accounts, provider] = [accountsOf(sources), providerOf(sources)];
      const waiting = pending.take(getCookie(c, cookieOf(accounts)));
      deleteCookie(c, cookieOf(accounts), { path: "/oidc", secure: accounts.secure });
      if (!waiting) return lost(c, "late");
      const answer = new URL(`${waiting.redirect}${new URL(c.req.url).search}`);
      try {
        const claims = await provider.identify(answer, waiting.asked);
        await begin(c, accounts, await accountByClaims(accounts, claims, provider.config));
        return c.redirect(`/${waiting.to}`);
      } catch (error) {
        await accounts.trail.note({
          who: { login: "" },
          action: "session.refused",
          object: "session",
          detail: { by: "oidc" },
        });
        return error instanceof NotForSguardo ? lost(c, error.why) : lost(c, "failed", error);
      }
    });
}

function providerOf({ oidc }: Sources): Provider {
  if (!oidc) throw problem(404, "Not found", "This server has no identity provider.");
  return oidc;
}

/** What the provider's own words were is for the log: they may name who tried. */
function lost(c: Context, why: string, error?: unknown): Response {
  if (error)
    process.stderr.write(`OpenID Connect: ${why}: ${error instanceof Error ? error.name : "error"}\n`);
  return c.redirect(`/#oidc=${why}`);
}

/** The view to come back to: a search of our own page, nothing else. */
function addressOf(c: Context): string {
  const to = c.req.query("to") ?? "";
  return /^\?[\w.~%=&:,+-]{0,2000}$/.test(to) ? to : "";
}

const cookieOf = ({ secure }: Pick<Accounts, "secure">) =>
  secure ? "__Secure-sguardo-oidc" : "sguardo-oidc";

/** Lax: the way back begins at the provider's. */
function keep(c: Context, accounts: Pick<Accounts, "secure">, token: string): void {
  const { secure } = accounts;
  setCookie(c, cookieOf(accounts), token, {
    path: "/oidc",
    httpOnly: true,
    sameSite: "Lax",
    secure,
    maxAge: MINUTES * 60,
  });
}

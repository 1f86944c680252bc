import { type Context, Hono } from "hono";
import { deleteCookie, getCookie, setCookie } from "hono/cookie";
import type { Accounts } from "../accounts/Accounts.ts";
import { accountsOf } from "../accounts/accountsOf.ts";
import { beginSession } from "../accounts/begin.ts";
import { tokenOf } from "../accounts/sessionCookie.ts";
import { endSession, newToken, signedIn } from "../accounts/sessions.ts";
import { problem } from "../http.ts";
import type { Sources } from "../sources.ts";
import { accountByClaims, NotForSguardo } from "./accountByClaims.ts";
import { ownOrigin } from "./leaveProvider.ts";
import { MINUTES_UNDER_WAY, type Provider, type UnderWay } from "./provider.ts";

/** /oidc/login and /oidc/callback: to the identity provider and back, by browser; what went wrong the page tells (`#oidc=…`). */
export function oidcRoute(sources: Sources, publicUrl: URL | null) {
  return new Hono()
    .get("/login", async (c) => {
      const [accounts, provider] = [accountsOf(sources), providerOf(sources)];
      const redirect = `${ownOrigin(c, publicUrl)}/oidc/callback`;
      try {
        const { url, asked } = await provider.ask(redirect);
        // On the way back, which begins elsewhere, the browser does not send its session's cookie.
        const earlier = (await signedIn(accounts, tokenOf(c, accounts)))?.session.id ?? null;
        const ticket = newToken();
        provider.underWay.hold(ticket, { asked, redirect, to: addressOf(c), earlier });
        keep(c, accounts, ticket);
        return c.redirect(url.href);
      } catch (error) {
        return lost(c, "unreachable", error);
      }
    })
    .get("/callback", async (c) => {
      const [accounts, provider] = [accountsOf(sources), providerOf(sources)];
      const underWay = provider.underWay.take(getCookie(c, cookieOf(accounts)) ?? "");
      deleteCookie(c, cookieOf(accounts), { path: "/oidc", secure: accounts.secure });
      if (!underWay) return lost(c, "late");
      try {
        await enter(c, sources, underWay);
        return c.redirect(`/${underWay.to}`);
      } catch (error) {
        return refused(c, accounts, error);
      }
    });
}

async function refused(c: Context, { trail }: Accounts, error: unknown): Promise<Response> {
  const told = error instanceof NotForSguardo ? error : null;
  const why = told?.why ?? "failed";
  await trail.note({
    who: { login: told?.account?.login ?? "" },
    action: "session.refused",
    object: told?.account ? `account/${told.account.id}` : "session",
    detail: { by: "oidc", why },
  });
  return lost(c, why, told ? undefined : error);
}

async function enter(c: Context, sources: Sources, { asked, redirect, earlier }: UnderWay): Promise<void> {
  const [accounts, provider] = [accountsOf(sources), providerOf(sources)];
  const answer = new URL(`${redirect}${new URL(c.req.url).search}`);
  const { claims, idToken } = await provider.identify(answer, asked);
  const reading = { config: provider.config, services: sources.network.services };
  const account = await accountByClaims(accounts, claims, reading);
  if (earlier !== null) await endSession(accounts, earlier);
  const { session } = await beginSession(c, accounts, { account });
  provider.opened(session.id, idToken);
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
    maxAge: MINUTES_UNDER_WAY * 60,
  });
}

import type { Role } from "../../server/access.ts";
import type { Credentials } from "./browser.ts";

type As = Role | Credentials;

/** A server's answers to whoever this is: signs in once, at the first question. */
export function signedIn(url: () => string, as: As = "supervisor"): (path: string) => Promise<Response> {
  let cookie: Promise<string> | undefined;
  return async (path) => {
    cookie ??= cookieAt(url(), as);
    return fetch(`${url()}${path}`, { headers: { cookie: await cookie } });
  };
}

/** The cookie of a new session: in a demo of a role, elsewhere of somebody with a password. */
export async function cookieAt(url: string, as: As = "supervisor"): Promise<string> {
  const [path, sent] = typeof as === "string" ? ["/api/session/demo", { role: as }] : ["/api/session", as];
  const answer = await fetch(`${url}${path}`, {
    method: "POST",
    headers: { origin: url, "content-type": "application/json" },
    body: JSON.stringify(sent),
  });
  const cookie = answer.headers
    .getSetCookie()
    .map((one) => one.split(";")[0])
    .join("; ");
  if (!answer.ok) throw new Error(`not signed in at ${url}: ${answer.status} ${await answer.text()}`);
  return cookie;
}

import { generateKeyPairSync } from "node:crypto";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { Provider } from "oidc-provider";

/** Who can sign in at the provider, by login: the claims it tells of them. */
export type People = Record<string, Record<string, unknown>>;

/** A certified OpenID provider on this machine, with one client that must use PKCE and its secret. */
export async function realProvider(people: People, redirect: string) {
  const server = createServer();
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const { privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
  const provider = new Provider(issuer, {
    clients: [
      {
        ...{ client_id: "sguardo", client_secret: "a secret of the test", redirect_uris: [redirect] },
        post_logout_redirect_uris: [new URL("/", redirect).href],
      },
    ],
    claims: { openid: ["sub"], profile: ["preferred_username", "groups", "works_for"] },
    cookies: { keys: ["a key of the test"] },
    jwks: { keys: [{ ...privateKey.export({ format: "jwk" }), use: "sig", alg: "RS256" }] } as never,
    pkce: { required: () => true },
    findAccount: (_, sub) => ({ accountId: sub, claims: () => ({ sub, ...people[sub] }) }),
  });
  server.on("request", provider.callback());
  return { issuer, stop: () => new Promise((stopped) => server.close(stopped).closeAllConnections()) };
}

type Step = { at: URL; form: URLSearchParams | null };

/** Signs in at the provider as a browser would, by its forms, and tells where it sends back to. `jar`: its cookies. */
export async function signInThere(
  start: string,
  login: string,
  jar = new Map<string, string>(),
): Promise<URL> {
  let step: Step = { at: new URL(start), form: null };
  for (let i = 0; i < 12 && step.at.pathname !== "/oidc/callback"; i++) step = await next(step, jar, login);
  return step.at;
}

async function next({ at, form }: Step, jar: Map<string, string>, login: string): Promise<Step> {
  const answer = await fetch(at, {
    redirect: "manual",
    headers: { cookie: [...jar].map(([name, value]) => `${name}=${value}`).join("; ") },
    ...(form ? { method: "POST", body: form } : {}),
  });
  for (const set of answer.headers.getSetCookie()) {
    const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(set) ?? [];
    jar.set(name, value);
  }
  const page = await answer.text();
  const to = answer.headers.get("location");
  if (to) return { at: new URL(to, at), form: null };
  const prompt = /name="prompt" value="(\w+)"/.exec(page)?.[1];
  if (!prompt) throw new Error(`the provider answered ${answer.status}: ${page.slice(0, 300)}`);
  const action = /action="([^"]+)"/.exec(page)?.[1] ?? at.href;
  return { at: new URL(action, at), form: new URLSearchParams({ prompt, login, password: "any" }) };
}

import * as client from "openid-client";
import { LONGEST_HOURS } from "../accounts/sessions.ts";
import { heldFor } from "./heldFor.ts";
import { mayBePlain, type OidcConfig } from "./oidcConfig.ts";

/** What was asked of the provider, and must come back as asked; it never leaves the server. */
export type Asked = { state: string; nonce: string; verifier: string };
export type Claims = Readonly<Record<string, unknown>> & { sub: string; iss: string };

/** Somebody on the way there and back; `to`: the address to stand at afterwards; `earlier`: the session there was before. */
export type UnderWay = { asked: Asked; redirect: string; to: string; earlier: string | null };
export const MINUTES_UNDER_WAY = 10;
const MOST = 2000;

export type Provider = {
  name: string;
  config: OidcConfig;
  /** Sign-ins that were begun; they outlive an exchange of the network. */
  underWay: ReturnType<typeof heldFor<UnderWay>>;
  /** Where to send who wants to sign in. @throws when the provider cannot be reached */
  ask: (redirect: string) => Promise<{ url: URL; asked: Asked }>;
  /** Who came back. @throws when the answer is not the one to what was asked */
  identify: (answer: URL, asked: Asked) => Promise<Identified>;
  /** This session came from there with that ID token: held in memory only, to sign out there with. */
  opened: (session: string, idToken: string) => void;
  /** Where to sign out there and come back from; null where it cannot be done. @throws when the provider cannot be reached */
  leave: (session: string, back: string) => Promise<URL | null>;
};
type Identified = { claims: Claims; idToken: string };

/** An identity provider by OpenID Connect: discovery, authorization code, PKCE. It is not asked before somebody signs in. */
export function provider(config: OidcConfig, now: () => number = Date.now): Provider {
  const idTokens = heldFor<string>({ minutes: LONGEST_HOURS * 60, most: MOST, now });
  let found: Promise<client.Configuration> | undefined;
  const discovered = () => {
    found ??= discover(config).catch((error) => {
      found = undefined;
      throw error;
    });
    return found;
  };
  return {
    name: config.name,
    config,
    underWay: heldFor<UnderWay>({ minutes: MINUTES_UNDER_WAY, most: MOST, now }),
    ask: async (redirect) => {
      const asked = {
        state: client.randomState(),
        nonce: client.randomNonce(),
        verifier: client.randomPKCECodeVerifier(),
      };
      const url = client.buildAuthorizationUrl(await discovered(), {
        redirect_uri: redirect,
        scope: config.scope,
        state: asked.state,
        nonce: asked.nonce,
        code_challenge: await client.calculatePKCECodeChallenge(asked.verifier),
        code_challenge_method: "S256",
      });
      return { url, asked };
    },
    identify: async (answer, asked) => identified(await discovered(), answer, asked),
    opened: idTokens.hold,
    leave: async (session, back) => {
      const hint = idTokens.take(session);
      const server = await discovered();
      if (!server.serverMetadata().end_session_endpoint) return null;
      const known = hint === null ? {} : { id_token_hint: hint };
      return client.buildEndSessionUrl(server, { post_logout_redirect_uri: back, ...known });
    },
  };
}

async function identified(
  server: client.Configuration,
  answer: URL,
  { state, nonce, verifier }: Asked,
): Promise<Identified> {
  const tokens = await client.authorizationCodeGrant(server, answer, {
    pkceCodeVerifier: verifier,
    expectedState: state,
    expectedNonce: nonce,
    idTokenExpected: true,
  });
  const told = tokens.claims();
  if (!told || !tokens.id_token) throw new Error("no ID token");
  const more = server.serverMetadata().userinfo_endpoint
    ? await client.fetchUserInfo(server, tokens.access_token, told.sub)
    : {};
  return { claims: { ...more, ...told }, idToken: tokens.id_token };
}

/** Seconds to wait for the provider. */
const TIMEOUT = 10;

async function discover({ issuer, client_id, secret }: OidcConfig): Promise<client.Configuration> {
  const how = secret === null ? client.None() : client.ClientSecretBasic(secret);
  const plain = mayBePlain(issuer) ? { execute: [client.allowInsecureRequests] } : {};
  return client.discovery(new URL(issuer), client_id, undefined, how, { timeout: TIMEOUT, ...plain });
}

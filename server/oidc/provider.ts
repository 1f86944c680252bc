import * as client from "openid-client";
import { mayBePlain, type OidcConfig } from "./oidcConfig.ts";

/** What was asked of the provider, and must come back as asked; it never leaves the server. */
export type Asked = { state: string; nonce: string; verifier: string };
export type Claims = Readonly<Record<string, unknown>> & { sub: string; iss: string };

export type Provider = {
  name: string;
  config: OidcConfig;
  /** Where to send who wants to sign in. @throws when the provider cannot be reached */
  ask: (redirect: string) => Promise<{ url: URL; asked: Asked }>;
  /** Who came back. @throws when the answer is not the one to what was asked */
  identify: (answer: URL, asked: Asked) => Promise<Claims>;
};

/** An identity provider by OpenID Connect: discovery, authorization code, PKCE. It is not asked before somebody signs in. */
export function provider(config: OidcConfig): Provider {
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
    identify: async (answer, { state, nonce, verifier }) => {
      const server = await discovered();
      const tokens = await client.authorizationCodeGrant(server, answer, {
        pkceCodeVerifier: verifier,
        expectedState: state,
        expectedNonce: nonce,
        idTokenExpected: true,
      });
      const told = tokens.claims();
      if (!told) throw new Error("no ID token");
      const more = server.serverMetadata().userinfo_endpoint
        ? await client.fetchUserInfo(server, tokens.access_token, told.sub)
        : {};
      return { ...more, ...told };
    },
  };
}

/** Seconds to wait for the provider. */
const TIMEOUT = 10;

async function discover({ issuer, client_id, secret }: OidcConfig): Promise<client.Configuration> {
  const how = secret === null ? client.None() : client.ClientSecretBasic(secret);
  const plain = mayBePlain(issuer) ? { execute: [client.allowInsecureRequests] } : {};
  return client.discovery(new URL(issuer), client_id, undefined, how, { timeout: TIMEOUT, ...plain });
}

import { readFile } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import { z } from "zod";
import { AccountRole } from "../accounts/Accounts.ts";

const words = z.string().min(1).max(400);

/** How an identity provider is asked, and what its claims mean here. */
const OidcFile = z.strictObject({
  issuer: z.url({ protocol: /^https?$/ }),
  client_id: words,
  /** A file of its own, beside this one or anywhere; without it the client is public (PKCE alone). */
  client_secret_file: words.optional(),
  /** On the sign-in button. */
  name: words,
  scope: words.default("openid profile"),
  /** The claim a login is made of; without it the subject is taken. */
  login: words.default("preferred_username"),
  /** A claim (text or list) and which of its values is which role; the first that is found holds. */
  roles: z.strictObject({ claim: words, values: z.record(words, AccountRole) }),
  /** An operator's service: a claim whose value is a service's id, or is translated to one. */
  service: z.strictObject({ claim: words, values: z.record(words, words).optional() }).optional(),
});

export type OidcConfig = Omit<z.infer<typeof OidcFile>, "client_secret_file"> & { secret: string | null };

/**
 * Reads the file SGUARDO_OIDC names.
 * @throws Error naming file, field and what is expected; a secret is never repeated
 */
export async function readOidcConfig(path: string): Promise<OidcConfig> {
  const parsed = OidcFile.safeParse(await readJson(path));
  if (!parsed.success) {
    const faults = parsed.error.issues.map(
      ({ path: at, message }) => `${at.join(".") || "file"}: ${message}`,
    );
    throw new Error(`${path}: ${faults.join("; ")} (README, OpenID Connect)`);
  }
  const { client_secret_file, ...config } = parsed.data;
  refuseReadable(config.issuer, path);
  return { ...config, secret: client_secret_file ? await secretIn(path, client_secret_file) : null };
}

/** Only a provider on this machine may be asked without https. */
export const mayBePlain = (issuer: string): boolean =>
  ["localhost", "127.0.0.1", "[::1]"].includes(new URL(issuer).hostname);

function refuseReadable(issuer: string, path: string): void {
  if (new URL(issuer).protocol !== "https:" && !mayBePlain(issuer))
    throw new Error(`${path}: issuer: what it says would travel unprotected: give its https address.`);
}

async function readJson(path: string): Promise<unknown> {
  const text = await readFile(path, "utf8").catch(() => {
    throw new Error(`${path}: SGUARDO_OIDC names a file that cannot be read.`);
  });
  try {
    return JSON.parse(text);
  } catch {
    throw new Error(`${path}: not JSON.`);
  }
}

async function secretIn(path: string, file: string): Promise<string> {
  const at = resolve(dirname(path), file);
  const secret = await readFile(at, "utf8").catch(() => "");
  if (!secret.trim()) throw new Error(`${path}: client_secret_file: ${at} cannot be read or is empty.`);
  return secret.trim();
}

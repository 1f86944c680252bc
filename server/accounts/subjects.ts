import { createHmac } from "node:crypto";
import { writeFile } from "node:fs/promises";
import { z } from "zod";
import { rows, run, sql } from "../db.ts";
import { rewriteMark } from "../store.ts";
import type { Accounts } from "./Accounts.ts";
import { neutralLogin, tellsWho } from "./logins.ts";

type Sealing = Pick<Accounts, "keys">;

/** Who somebody is at an identity provider, as it is kept: a subject may be a codice fiscale (SPID, CIE). */
export const subjectDigest = (accounts: Sealing, { iss, sub }: { iss: string; sub: string }): string =>
  sealed(accounts, JSON.stringify([iss, sub]));

const sealed = ({ keys }: Sealing, told: string): string =>
  createHmac("sha256", keys.subjects).update(told).digest("base64url");

const Told = z.object({ id: z.string(), login: z.string(), oidc: z.string() });

/** Identities that were kept as they had been told are from now on digests; what they were goes out of the file too. */
export async function sealSubjects(accounts: Pick<Accounts, "db" | "data" | "keys">): Promise<void> {
  const { db, data } = accounts;
  const told = await rows(db, Told, sql`SELECT id, login, oidc FROM account WHERE starts_with(oidc, '[')`);
  if (told.length > 0) await writeFile(rewriteMark(data, "accounts"), "");
  for (const { id, login, oidc } of told) {
    const kept = tellsWho(login) ? neutralLogin() : login;
    await run(db, sql`UPDATE account SET oidc = ${sealed(accounts, oidc)}, login = ${kept} WHERE id = ${id}`);
  }
}

import { createHmac } from "node:crypto";
import { writeFile } from "node:fs/promises";
import { z } from "zod";
import { rows, run, sql } from "../db.ts";
import { rewriteMark } from "../rewriteMark.ts";
import type { Accounts } from "./Accounts.ts";
import { neutralLogin, tellsWho } from "./logins.ts";
import { endSessionsOf } from "./sessions.ts";
import { removeTotp } from "./totp.ts";

type Sealing = Pick<Accounts, "keys">;

/** Who somebody is at an identity provider, as it is kept: a subject may be a codice fiscale (SPID, CIE). */
export const subjectDigest = (accounts: Sealing, { iss, sub }: { iss: string; sub: string }): string =>
  sealed(accounts, JSON.stringify([iss, sub]));

const sealed = ({ keys }: Sealing, told: string): string =>
  createHmac("sha256", keys.subjects).update(told).digest("base64url");

const Id = z.object({ id: z.string() });
const Told = z.object({ id: z.string(), login: z.string(), oidc: z.string() });

/** Whoever comes from an identity provider has no password here, also if an older version gave one. */
export async function dropPasswordsBeside({ db }: Pick<Accounts, "db">): Promise<void> {
  await run(db, sql`DELETE FROM invite WHERE account IN (SELECT id FROM account WHERE oidc IS NOT NULL)`);
  const both = await rows(
    db,
    Id,
    sql`SELECT id FROM account WHERE oidc IS NOT NULL AND password IS NOT NULL`,
  );
  for (const { id } of both) {
    await run(db, sql`UPDATE account SET password = NULL WHERE id = ${id}`);
    await removeTotp({ db }, id);
    await endSessionsOf({ db }, id);
  }
}

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

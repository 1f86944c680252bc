import { createCipheriv, createDecipheriv, createHash, randomBytes } from "node:crypto";
import { Secret, TOTP } from "otpauth";
import { z } from "zod";
import { rows, run, sql } from "../db.ts";
import type { Account, Accounts } from "./Accounts.ts";

const STEP = 30;
const RECOVERY_CODES = 10;
const Id = z.object({ id: z.string() });

/** A new secret for an account, not asked for yet: `uri` is what a phone scans. */
export async function beginTotp(accounts: Accounts, account: Account) {
  const secret = new Secret({ size: 20 });
  await run(
    accounts.db,
    sql`UPDATE account SET totp = ${sealed(accounts, account.id, secret.base32)}, totp_on = false, totp_step = NULL
        WHERE id = ${account.id}`,
  );
  const uri = new TOTP({
    issuer: `Sguardo ${accounts.network.name}`,
    label: account.login,
    secret,
    period: STEP,
  });
  return { secret: secret.base32, uri: uri.toString() };
}

/** From now on a code is asked for; the answer is the only sight of the recovery codes. */
export async function confirmTotp(accounts: Accounts, account: Account): Promise<string[]> {
  const codes = Array.from({ length: RECOVERY_CODES }, newRecoveryCode);
  await run(accounts.db, sql`DELETE FROM recovery_code WHERE account = ${account.id}`);
  for (const code of codes)
    await run(accounts.db, sql`INSERT INTO recovery_code VALUES (${account.id}, ${digestOfCode(code)})`);
  await run(accounts.db, sql`UPDATE account SET totp_on = true WHERE id = ${account.id}`);
  return codes;
}

export async function removeTotp({ db }: Pick<Accounts, "db">, account: string): Promise<void> {
  await run(db, sql`UPDATE account SET totp = NULL, totp_on = false, totp_step = NULL WHERE id = ${account}`);
  await run(db, sql`DELETE FROM recovery_code WHERE account = ${account}`);
}

/** Whether a code is right now, or one step before or after; each is right once. */
export async function isCode(accounts: Accounts, account: Account, code: string): Promise<boolean> {
  if (account.totp === null) return false;
  const secret = Secret.fromBase32(opened(accounts, account.id, account.totp));
  const at = accounts.now();
  const token = code.replaceAll(/\s/g, "");
  const delta = new TOTP({ secret, period: STEP }).validate({ token, timestamp: at, window: 1 });
  if (delta === null) return false;
  const step = Math.floor(at / 1000 / STEP) + delta;
  const used = sql`UPDATE account SET totp_step = ${step}
    WHERE id = ${account.id} AND (totp_step IS NULL OR totp_step < ${step}) RETURNING id`;
  return (await rows(accounts.db, Id, used)).length === 1;
}

/** Whether it is one of the recovery codes, which it then is no longer. */
export async function isRecoveryCode({ db }: Accounts, account: Account, code: string): Promise<boolean> {
  const used = sql`DELETE FROM recovery_code WHERE account = ${account.id} AND digest = ${digestOfCode(code)}
    RETURNING account AS id`;
  return (await rows(db, Id, used)).length > 0;
}

/** How many recovery codes an account has left. */
export async function recoveryCodesLeft({ db }: Pick<Accounts, "db">, account: string): Promise<number> {
  const left = sql`SELECT count(*)::INTEGER AS codes FROM recovery_code WHERE account = ${account}`;
  return (await rows(db, z.object({ codes: z.number() }), left))[0]?.codes ?? 0;
}

/** 80 random bits in four groups of letters and digits that are not mistaken for one another. */
function newRecoveryCode(): string {
  const letters = "abcdefghjkmnpqrstuvwxyz123456789";
  const text = [...randomBytes(16)].map((byte) => letters[byte % letters.length]).join("");
  return text.match(/.{4}/g)?.join("-") ?? text;
}

const digestOfCode = (code: string): string =>
  createHash("sha256")
    .update(code.toLowerCase().replaceAll(/[^a-z\d]/g, ""))
    .digest("hex");

/** Encrypted for this account: AES-256-GCM with the account's id as what is told beside it. */
function sealed({ keys }: Accounts, account: string, text: string): string {
  const iv = randomBytes(12);
  const cipher = createCipheriv("aes-256-gcm", keys.totp, iv).setAAD(Buffer.from(account));
  const body = Buffer.concat([cipher.update(text, "utf8"), cipher.final()]);
  return Buffer.concat([iv, cipher.getAuthTag(), body]).toString("base64");
}

function opened({ keys }: Accounts, account: string, kept: string): string {
  const bytes = Buffer.from(kept, "base64");
  const decipher = createDecipheriv("aes-256-gcm", keys.totp, bytes.subarray(0, 12));
  decipher.setAAD(Buffer.from(account)).setAuthTag(bytes.subarray(12, 28));
  return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString("utf8");
}

import { randomUUID } from "node:crypto";
import { rows, run, sql } from "../db.ts";
import { Account, type AccountRole, type Accounts } from "./Accounts.ts";

type Open = Pick<Accounts, "db" | "now">;

export const allAccounts = ({ db }: Pick<Accounts, "db">): Promise<Account[]> =>
  rows(
    db,
    Account,
    sql`SELECT * REPLACE (seen_on::VARCHAR AS seen_on) FROM account ORDER BY created_at, login`,
  );

export async function findAccount({ db }: Pick<Accounts, "db">, id: string): Promise<Account | undefined> {
  const found = sql`SELECT * REPLACE (seen_on::VARCHAR AS seen_on) FROM account WHERE id = ${id}`;
  return (await rows(db, Account, found))[0];
}

/** The account of that login, however it is written. */
export async function accountOf({ db }: Pick<Accounts, "db">, login: string): Promise<Account | undefined> {
  const found = sql`SELECT * REPLACE (seen_on::VARCHAR AS seen_on) FROM account WHERE login = ${plainLogin(login)}`;
  return (await rows(db, Account, found))[0];
}

type New = {
  id?: string;
  login: string;
  role: AccountRole;
  service: string | null;
  password?: string | null;
  oidc?: string | null;
  demo?: boolean;
};

/** Adds an account and tells its id. */
export async function addAccount({ db, now }: Open, account: New): Promise<string> {
  const { id = randomUUID(), login, role, service, password = null, oidc = null, demo = false } = account;
  await run(
    db,
    sql`INSERT INTO account VALUES (${id}, ${plainLogin(login)}, ${role}, ${service}, ${password},
      NULL, false, NULL, ${oidc}, ${demo}, false, ${now()}, NULL)`,
  );
  return id;
}

/** A login as it is kept: letter case and the way accents are written do not matter. */
export const plainLogin = (login: string): string => login.normalize("NFKC").trim().toLowerCase();

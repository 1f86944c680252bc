import { z } from "zod";
import { Account, type AccountRole, type Accounts } from "../accounts/Accounts.ts";
import { accountOf, addAccount, findAccount } from "../accounts/accountRows.ts";
import { neutralLogin, tellsWho } from "../accounts/logins.ts";
import { endSessionsOf } from "../accounts/sessions.ts";
import { subjectDigest } from "../accounts/subjects.ts";
import { rows, run, sql } from "../db.ts";
import type { OidcConfig } from "./oidcConfig.ts";
import type { Claims } from "./provider.ts";

/** Why somebody the provider knows is not let in; `account`: theirs, when they have one. */
export class NotForSguardo extends Error {
  readonly why: Why;
  readonly account: Account | undefined;
  constructor(why: Why, account: Account | undefined) {
    super(why);
    this.why = why;
    this.account = account;
  }
}
type Why = "no-role" | "no-service" | "disabled";
type Rights = { role: AccountRole; service: string | null };

/** How an identity provider's words are read: its settings, and the services in force now. */
export type Reading = { config: OidcConfig; services: readonly { id: string }[] };

/** The role and service that the claims give, or why they give none. */
function rightsOf(claims: Claims, { config, services }: Reading): Rights | Why {
  const held = textsOf(claims[config.roles.claim]);
  const role = Object.entries(config.roles.values).find(([value]) => held.includes(value))?.[1];
  if (!role) return "no-role";
  if (role !== "operator") return { role, service: null };
  const named = textsOf(config.service ? claims[config.service.claim] : undefined);
  const ids = named.map((name) => config.service?.values?.[name] ?? name);
  const service = services.find(({ id }) => ids.includes(id));
  return service ? { role, service: service.id } : "no-service";
}

/**
 * The account of who the provider says this is, made at the first sign-in, with the rights the claims give now. It is known by
 * issuer and subject alone: a login that a local account has is not that account.
 * @throws NotForSguardo when there is no role for it, or a coordinator disabled it; its sessions are ended then
 */
export function accountByClaims(accounts: Accounts, claims: Claims, reading: Reading): Promise<Account> {
  return accounts.inTurn(async () => {
    const oidc = subjectDigest(accounts, claims);
    const known = await accountBySubject(accounts, oidc);
    const rights = known?.disabled ? "disabled" : rightsOf(claims, reading);
    if (typeof rights === "string") return shutOut(accounts, known, rights);
    if (known) await change(accounts, known, rights);
    const id = known?.id ?? (await make(accounts, { claims, config: reading.config, oidc, ...rights }));
    const account = await findAccount(accounts, id);
    if (!account) throw new Error("an account just made is not there");
    return account;
  });
}

async function shutOut(accounts: Accounts, known: Account | undefined, why: Why): Promise<never> {
  if (known) await endSessionsOf(accounts, known.id);
  throw new NotForSguardo(why, known);
}

async function change(accounts: Accounts, { id, ...known }: Account, rights: Rights): Promise<void> {
  const { role, service } = rights;
  if (known.role === role && known.service === service) return;
  await run(accounts.db, sql`UPDATE account SET role = ${role}, service = ${service} WHERE id = ${id}`);
  await endSessionsOf(accounts, id);
  await noted(accounts, { id, action: "account.changed", ...rights });
}

type New = Rights & { claims: Claims; config: OidcConfig; oidc: string };

async function make(accounts: Accounts, { claims, config, oidc, role, service }: New): Promise<string> {
  const told = textsOf(claims[config.login])[0] ?? claims.sub;
  const login = await freeLogin(accounts, tellsWho(told) ? neutralLogin() : told);
  const id = await addAccount(accounts, { login, role, service, oidc });
  await noted(accounts, { id, action: "account.made", role, service });
  return id;
}

const noted = (
  { trail }: Pick<Accounts, "trail">,
  { id, action, role, service }: { id: string; action: string; role: AccountRole; service: string | null },
) => trail.note({ who: "server", action, object: `account/${id}`, detail: { role, service, by: "oidc" } });

/** The login itself, or with the first number that makes it nobody else's. */
async function freeLogin(accounts: Accounts, wanted: string, again = 1): Promise<string> {
  const login = again === 1 ? wanted.slice(0, 100) : `${wanted.slice(0, 100)} (${again})`;
  return (await accountOf(accounts, login)) ? freeLogin(accounts, wanted, again + 1) : login;
}

async function accountBySubject({ db }: Pick<Accounts, "db">, oidc: string): Promise<Account | undefined> {
  const found = sql`SELECT * REPLACE (seen_on::VARCHAR AS seen_on) FROM account WHERE oidc = ${oidc}`;
  return (await rows(db, Account, found))[0];
}

const Texts = z.union([z.string().transform((one) => [one]), z.array(z.string())]).catch([]);
const textsOf = (claim: unknown): string[] => Texts.parse(claim);

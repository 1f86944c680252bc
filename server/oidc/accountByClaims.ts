import { z } from "zod";
import { Account, type AccountRole, type Accounts } from "../accounts/Accounts.ts";
import { accountOf, addAccount, findAccount } from "../accounts/accountRows.ts";
import { endSessionsOf } from "../accounts/sessions.ts";
import { rows, run, sql } from "../db.ts";
import type { OidcConfig } from "./oidcConfig.ts";
import type { Claims } from "./provider.ts";

/** Why somebody the provider knows is not let in. */
export class NotForSguardo extends Error {
  readonly why: "no-role" | "no-service" | "disabled";
  constructor(why: NotForSguardo["why"]) {
    super(why);
    this.why = why;
  }
}

/** The role and service that the claims give. @throws NotForSguardo when they give none */
export function rightsOf(
  claims: Claims,
  config: Pick<OidcConfig, "roles" | "service">,
  services: readonly { id: string }[],
): { role: AccountRole; service: string | null } {
  const held = textsOf(claims[config.roles.claim]);
  const role = Object.entries(config.roles.values).find(([value]) => held.includes(value))?.[1];
  if (!role) throw new NotForSguardo("no-role");
  if (role !== "operator") return { role, service: null };
  const named = textsOf(config.service ? claims[config.service.claim] : undefined);
  const ids = named.map((name) => config.service?.values?.[name] ?? name);
  const service = services.find(({ id }) => ids.includes(id));
  if (!service) throw new NotForSguardo("no-service");
  return { role, service: service.id };
}

/**
 * The account of who the provider says this is, made at the first sign-in, with the rights the claims give now. It is known by
 * issuer and subject alone: a login that a local account has is not that account.
 * @throws NotForSguardo when there is no role for it, or a coordinator disabled it
 */
export async function accountByClaims(
  accounts: Accounts,
  claims: Claims,
  config: OidcConfig,
): Promise<Account> {
  const { role, service } = rightsOf(claims, config, accounts.network.services);
  return accounts.inTurn(async () => {
    const oidc = JSON.stringify([claims.iss, claims.sub]);
    const known = await accountBySubject(accounts, oidc);
    if (known?.disabled) throw new NotForSguardo("disabled");
    if (known && (known.role !== role || known.service !== service)) {
      await run(
        accounts.db,
        sql`UPDATE account SET role = ${role}, service = ${service} WHERE id = ${known.id}`,
      );
      await endSessionsOf(accounts, known.id);
      await noted(accounts, { id: known.id, action: "account.changed", role, service });
    }
    const id = known?.id ?? (await make(accounts, { claims, config, oidc, role, service }));
    const account = await findAccount(accounts, id);
    if (!account) throw new Error("an account just made is not there");
    return account;
  });
}

type New = {
  claims: Claims;
  config: OidcConfig;
  oidc: string;
  role: AccountRole;
  service: string | null;
};

async function make(accounts: Accounts, { claims, config, oidc, role, service }: New): Promise<string> {
  const login = await freeLogin(accounts, textsOf(claims[config.login])[0] ?? claims.sub);
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

import { run, sql } from "../db.ts";
import { problem } from "../http.ts";
import type { Account, AccountRole, Accounts } from "./Accounts.ts";
import { accountOf, addAccount, allAccounts, findAccount } from "./accountRows.ts";
import { invite } from "./invites.ts";
import { endSessionsOf } from "./sessions.ts";
import type { Who } from "./trail.ts";

export type Open = Pick<Accounts, "db" | "now" | "trail" | "inTurn"> & {
  services: readonly { id: string }[];
};
const TAKEN = { title: "Login taken", type: "urn:sguardo:login-taken" } as const;

export type Rights = { role: AccountRole; service: string | null };

/** A new user, and the link by which to choose a password. @throws 409 when the login is taken, 422 for a service that is none */
export function addUser(open: Open, { login, ...rights }: Rights & { login: string }, who: Who) {
  return open.inTurn(async () => {
    refuseService(open, rights);
    if (await accountOf(open, login)) throw problem(409, TAKEN, "There is a user of that login.");
    const id = await addAccount(open, { login, ...rights });
    await open.trail.note({
      who,
      action: "user.invited",
      object: `account/${id}`,
      detail: { login, ...rights },
    });
    return { id, invite: await invite(open, id) };
  });
}

type Change = {
  role?: AccountRole | undefined;
  service?: string | null | undefined;
  disabled?: boolean | undefined;
};

/**
 * Changes rights, or shuts a user out: the user's sessions end.
 * @throws 404, 409 for the last coordinator or rights that an identity provider gives, 422
 */
export function changeUser(open: Open, { id, ...change }: Change & { id: string }, who: Who): Promise<void> {
  return open.inTurn(async () => {
    const user = await userOf(open, id);
    const { role, service } = rightsAfter(open, user, change);
    const disabled = change.disabled ?? user.disabled;
    if (role !== "coordinator" || disabled) await refuseLast(open, user);
    await run(
      open.db,
      sql`UPDATE account SET role = ${role}, service = ${service}, disabled = ${disabled} WHERE id = ${id}`,
    );
    await endSessionsOf(open, id);
    await open.trail.note({
      who,
      action: "user.changed",
      object: `account/${id}`,
      detail: { login: user.login, role, service, disabled },
    });
  });
}

/** Rights that are not changed are not judged: the service of whoever is shut out may be gone. */
function rightsAfter(open: Open, user: Account, change: Change): Rights {
  if (change.role === undefined && change.service === undefined) return user;
  refuseProvided(user);
  const role = change.role ?? user.role;
  const service = role === "operator" ? (change.service ?? user.service) : (change.service ?? null);
  refuseService(open, { role, service });
  return { role, service };
}

/** A new link for a user, who cannot sign in until it is used. @throws 404, 409 */
export function inviteAgain(open: Open, id: string, who: Who): Promise<string> {
  return open.inTurn(async () => {
    const user = await userOf(open, id);
    refuseProvided(user);
    if (who !== "command line") await refuseLast(open, user);
    await open.trail.note({
      who,
      action: "user.invited",
      object: `account/${id}`,
      detail: { login: user.login },
    });
    return invite(open, id);
  });
}

async function userOf(open: Open, id: string): Promise<Account> {
  const user = await findAccount(open, id);
  if (!user) throw problem(404, "Not found", "There is no such user.");
  if (user.demo) throw problem(409, "Demo user", "The users of a demo stay as they are.");
  return user;
}

/** A password here would outlive what the provider says, and rights given here last until the next sign-in there. */
function refuseProvided({ oidc }: Account): void {
  if (oidc === null) return;
  const said = "This user comes from the identity provider, which gives role, service and sign-in.";
  throw problem(409, { title: "Identity provider", type: "urn:sguardo:by-provider" }, said);
}

const canSignIn = ({ disabled, password, oidc, demo }: Account) =>
  !disabled && (demo || (password ?? oidc) !== null);

async function refuseLast(open: Open, user: Account): Promise<void> {
  if (user.role !== "coordinator" || !canSignIn(user)) return;
  const others = (await allAccounts(open)).filter((one) => one.id !== user.id && !one.demo);
  if (others.some((one) => one.role === "coordinator" && canSignIn(one))) return;
  const type = "urn:sguardo:last-coordinator";
  throw problem(
    409,
    { title: "Last coordinator", type },
    "No other coordinator could sign in: make one first.",
  );
}

function refuseService({ services }: Open, { role, service }: Rights): void {
  if (role === "operator" ? services.some(({ id }) => id === service) : service === null) return;
  const said =
    role === "operator"
      ? "An operator is of one service of the network."
      : "Only an operator is of a service.";
  throw problem(422, { title: "Service refused", type: "urn:sguardo:service" }, `service: ${said}`);
}

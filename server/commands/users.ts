import { existsSync } from "node:fs";
import { join } from "node:path";
import { Command } from "commander";
import type { Network } from "../../domain/network.ts";
import { type Account, AccountRole } from "../accounts/Accounts.ts";
import { accountOf, allAccounts } from "../accounts/accountRows.ts";
import { Login } from "../accounts/logins.ts";
import { openTrail } from "../accounts/trail.ts";
import { addUser, changeUser, inviteAgain, type Open } from "../accounts/users.ts";
import { closeDb } from "../db.ts";
import { oneByOne } from "../oneByOne.ts";
import { openAccountsFile } from "../store.ts";
import { configOf, type Folders, networkCommand, say } from "./options.ts";
import { servedNetwork } from "./servedNetwork.ts";

type WithService = Folders & { service?: string };
const WHO = "command line";

/** `users …`: who may sign in, of a data folder that no server holds open; for when nobody can any more. */
export const usersCommand = (): Command =>
  new Command("users")
    .description(
      "who may sign in: list, invite, and let in again whoever was shut out (with the server stopped)",
    )
    .addCommand(
      networkCommand("list")
        .description("list the users")
        .action((options: Folders) => within(options, async (open) => (await allAccounts(open)).map(line))),
    )
    .addCommand(
      networkCommand("invite")
        .description("a new user, and the link by which to choose a password")
        .argument("<login>")
        .argument("<role>", AccountRole.options.join(", "))
        .option("--service <id>", "of which service an operator is")
        .action((login: string, role: string, options: WithService) =>
          withServices(options, async (open) => {
            const user = { login: loginOf(login), role: roleOf(role), service: options.service ?? null };
            return linkLines((await addUser(open, user, WHO)).invite);
          }),
        ),
    )
    .addCommand(
      ofUser(
        "reset",
        "a new link for a user; the password, the codes and the sessions there were end",
        (open, user) => inviteAgain(open, user.id, WHO).then(linkLines),
      ),
    )
    .addCommand(ofUser("disable", "shut a user out", (open, { id }) => change(open, { id, disabled: true })))
    .addCommand(
      ofUser("enable", "let a user in again", (open, { id }) => change(open, { id, disabled: false })),
    )
    .addCommand(
      networkCommand("role")
        .description("give a user another role")
        .argument("<login>")
        .argument("<role>", AccountRole.options.join(", "))
        .option("--service <id>", "of which service an operator is")
        .action((login: string, role: string, options: WithService) =>
          withServices(options, async (open) => {
            const { id } = await userOf(open, login);
            return change(open, { id, role: roleOf(role), service: options.service });
          }),
        ),
    );

function ofUser(name: string, said: string, act: (open: Open, user: Account) => Promise<string[]>): Command {
  return networkCommand(name)
    .description(said)
    .argument("<login>")
    .action((login: string, options: Folders) =>
      within(options, async (open) => act(open, await userOf(open, login))),
    );
}

/** With the services in force, when a user is made or changed. */
const withServices = async (options: Folders, work: Work): Promise<void> =>
  opened(options, (await servedNetwork(configOf(options))).network, work);

/** Who is there is listed, shut out and let in also when the network cannot be read. */
async function within(options: Folders, work: Work): Promise<void> {
  const config = configOf(options);
  const network = await servedNetwork(config).then(
    (served) => served.network,
    (error) => {
      if (existsSync(join(config.data, "accounts.duckdb"))) return null;
      throw error;
    },
  );
  await opened(options, network, work);
}

type Work = (open: Open) => Promise<string[]>;

async function opened(options: Folders, network: Network | null, work: Work): Promise<void> {
  const { data } = configOf(options);
  const db = await openAccountsFile(data, network);
  const now = Date.now;
  const trail = await openTrail({ db, now, data });
  const open = { db, now, trail, inTurn: oneByOne(), services: network?.services ?? [] };
  try {
    for (const one of await work(open)) say(one);
  } finally {
    await closeDb(db);
  }
}

async function change(open: Open, changed: Parameters<typeof changeUser>[1]): Promise<string[]> {
  await changeUser(open, changed, WHO);
  return ["Done. Sessions of this user are ended."];
}

async function userOf(open: Open, login: string): Promise<Account> {
  const user = await accountOf(open, login);
  if (!user) throw new Error(`There is no user "${login}": \`users list\` names them.`);
  return user;
}

function roleOf(text: string): Account["role"] {
  const role = AccountRole.safeParse(text);
  if (!role.success) throw new Error(`role: "${text}" (expected ${AccountRole.options.join(", ")})`);
  return role.data;
}

function loginOf(text: string): string {
  const login = Login.safeParse(text);
  if (!login.success) throw new Error(`login: ${login.error.issues[0]?.message ?? "refused"}`);
  return login.data;
}

const linkLines = (path: string): string[] => [
  `Valid 48 hours, once. Behind the address of the server, as in https://sguardo.example.org${path}`,
  path,
];

function line({ login, role, service, seen_on, disabled, password, oidc, demo }: Account): string {
  const none = !demo && password === null && oidc === null;
  const states = [disabled ? "disabled" : "", none ? "invited" : "", demo ? "demo" : ""]
    .filter(Boolean)
    .join(", ");
  return [login, role, service ?? "-", seen_on ?? "never", states].join("  ").trimEnd();
}

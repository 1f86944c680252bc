import type { AccountRole, Accounts } from "../../../server/accounts/Accounts.ts";
import { addAccount } from "../../../server/accounts/accountRows.ts";
import { passwordHash } from "../../../server/accounts/passwords.ts";
import { openTown } from "../town.ts";
import { sent } from "../visitors.ts";
import { type Browsing, browsing } from "./browsing.ts";

export const PASSWORD = "montone-cinghiale-vespa-4";

/** A town that is no demo, with a clock that a test moves; `add` makes somebody who has a password. */
export async function openPlace() {
  let at = Date.parse("2026-11-23T12:00:00Z");
  const town = await openTown(undefined, { simulated: false, now: () => at });
  return {
    ...town,
    pass: (ms: number) => {
      at += ms;
    },
    at: () => at,
    add: (login: string, role: AccountRole, service: string | null = null) =>
      addSomebody(town.accounts, { login, role, service }),
    browse: (away?: Parameters<typeof browsing>[1]) => browsing(town, away),
    /** A browser in which somebody is signed in. */
    as: async (login: string): Promise<Browsing> => {
      const page = browsing(town);
      const answer = await signIn(page, { login });
      if (answer.status !== 200) throw new Error(await answer.text());
      return page;
    },
  };
}
export type Place = Awaited<ReturnType<typeof openPlace>>;

type Tried = { login: string; password?: string; code?: string };

export const signIn = (page: Browsing, { login, password = PASSWORD, code }: Tried): Promise<Response> =>
  page.ask("/api/session", sent("POST", { login, password, code }));

type Who = { login: string; role: AccountRole; service: string | null };
const addSomebody = async (accounts: Accounts, who: Who) =>
  addAccount(accounts, { ...who, password: await passwordHash(accounts, PASSWORD) });

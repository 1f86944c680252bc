import { hash, verify } from "@node-rs/argon2";
import type { Account, Accounts } from "./Accounts.ts";

const UNKNOWN = new WeakMap<object, Promise<string>>();

export const passwordHash = ({ cost }: Pick<Accounts, "cost">, password: string): Promise<string> =>
  hash(normal(password), cost);

/** Whether it is the account's password; where there is no account or no password the same work is done for nothing. */
export async function isPassword(
  { cost }: Pick<Accounts, "cost">,
  account: Account | undefined,
  password: string,
): Promise<boolean> {
  const kept = account?.password ?? (await hashOfNobody(cost));
  const right = await verify(kept, normal(password));
  return right && account?.password != null;
}

/** The same letters typed on another keyboard are the same password. */
const normal = (password: string) => password.normalize("NFKC");

function hashOfNobody(cost: Accounts["cost"]): Promise<string> {
  const made = UNKNOWN.get(cost) ?? hash("nobody's", cost);
  UNKNOWN.set(cost, made);
  return made;
}

import type { Context } from "hono";
import type { SignedIn } from "../accounts/sessions.ts";
import type { Sources } from "../sources.ts";

/** The address people open this server by. */
export const ownOrigin = (c: Context, publicUrl: URL | null): string =>
  publicUrl?.origin ?? new URL(c.req.url).origin;

/** Where to sign out of the identity provider too, for who came from it and where it can be done: `{ leave }`, or nothing. */
export async function leaveProvider(
  { oidc }: Pick<Sources, "oidc">,
  { session, account }: SignedIn,
  home: string,
): Promise<{ leave?: string }> {
  if (!oidc || account.oidc === null) return {};
  const address = await oidc.leave(session.id, `${home}/`).catch(() => null);
  return address ? { leave: address.href } : {};
}

import { Hono } from "hono";
import { describeRoute } from "hono-openapi";
import { z } from "zod";
import { answers, body, problem } from "../http.ts";
import { leaveProvider, ownOrigin } from "../oidc/leaveProvider.ts";
import type { Sources } from "../sources.ts";
import { AccountRole, type Accounts } from "./Accounts.ts";
import { findAccount } from "./accountRows.ts";
import { accountsOf } from "./accountsOf.ts";
import { begin, SignedInAnswer, told } from "./begin.ts";
import { demoAccount } from "./demo.ts";
import { keepDevice } from "./deviceCookie.ts";
import { dropToken, tokenOf } from "./sessionCookie.ts";
import { endSession, type SignedIn, signedIn } from "./sessions.ts";
import { signIn } from "./signIn.ts";
import { tryingFrom } from "./tryingFrom.ts";

const SignedOutAnswer = z.object({
  signed_in: z.literal(false),
  network: z.string(),
  demo: z.boolean(),
  roles: z.array(AccountRole).optional().describe("in a demo, the roles to try"),
  oidc: z.object({ name: z.string() }).nullable().describe("the identity provider, where there is one"),
  locale: z.string(),
  leave: z.string().optional().describe("signed out here: where to sign out of the identity provider too"),
});
const SessionAnswer = z.discriminatedUnion("signed_in", [SignedOutAnswer, SignedInAnswer]);

const Credentials = z.object({
  login: z.string().min(1).max(200),
  password: z.string().min(1).max(1000),
  code: z.string().min(1).max(40).optional(),
});

/** /api/session: who is signed in here; signing in and out. */
export const sessionRoute = (sources: Sources, publicUrl: URL | null) =>
  new Hono()
    .get("/", described("Who is signed in, or how to sign in"), async (c) => {
      const { accounts } = sources;
      const found = accounts ? await signedIn(accounts, tokenOf(c, accounts)) : null;
      const answer = accounts && found ? await told(accounts, found) : outside(sources);
      return c.json<z.infer<typeof SessionAnswer>>(answer);
    })
    .post("/", described("Sign in with a password"), body(Credentials), async (c) => {
      const accounts = accountsOf(sources);
      const credentials = c.req.valid("json");
      const from = tryingFrom(c, accounts, credentials.login);
      const entered = await signIn(accounts, { ...credentials, ...from });
      keepDevice(c, accounts, entered.account.login);
      return c.json(await begin(c, accounts, entered));
    })
    .post(
      "/demo",
      described("Sign in to a demo, as any role"),
      body(z.object({ role: AccountRole })),
      async (c) => {
        const accounts = accountsOf(sources);
        const account = accounts.network.simulated
          ? await findAccount(accounts, demoAccount(c.req.valid("json").role))
          : undefined;
        if (!account) throw problem(404, "Not found", "This server is not a demo.");
        return c.json(await begin(c, accounts, { account }));
      },
    )
    .delete("/", described("Sign out"), async (c) => {
      const accounts = accountsOf(sources);
      const found = await signedIn(accounts, tokenOf(c, accounts));
      if (found) await end(accounts, found);
      dropToken(c, accounts);
      const leave = found ? await leaveProvider(sources, found, ownOrigin(c, publicUrl)) : {};
      return c.json<z.infer<typeof SessionAnswer>>({ ...outside(sources), ...leave });
    });

async function end(accounts: Accounts, { session, account: { id, role, service } }: SignedIn) {
  await endSession(accounts, session.id);
  const who = { role, account: id, service };
  await accounts.trail.note({ who, action: "session.ended", object: `account/${id}` });
}

const outside = ({ network, oidc }: Sources): z.infer<typeof SignedOutAnswer> => ({
  signed_in: false,
  network: network.name,
  demo: network.simulated,
  ...(network.simulated ? { roles: AccountRole.options } : {}),
  oidc: oidc ? { name: oidc.name } : null,
  locale: network.locale,
});

function described(summary: string) {
  return describeRoute({ summary, responses: answers(SessionAnswer) });
}

import { Hono } from "hono";
import { describeRoute } from "hono-openapi";
import { z } from "zod";
import { visitorOf } from "../access.ts";
import { answers, body } from "../http.ts";
import type { Sources } from "../sources.ts";
import { AccountRole } from "./Accounts.ts";
import { allAccounts } from "./accountRows.ts";
import { accountsOf } from "./accountsOf.ts";
import { Login } from "./logins.ts";
import { addUser, changeUser, inviteAgain, type Open } from "./users.ts";

const User = z.object({
  id: z.string(),
  login: z.string(),
  role: AccountRole,
  service: z.string().nullable(),
  created_at: z.string(),
  last_seen: z.string().nullable().describe("the day of the last sign-in"),
  invited: z.boolean().describe("has not chosen a password yet"),
  disabled: z.boolean(),
  totp: z.boolean(),
  oidc: z.boolean(),
  demo: z.boolean(),
});
const UsersAnswer = z.object({ users: z.array(User) });
const Invited = z.object({ invite: z.string().describe("the path of the link, told once") });
const Done = z.object({ done: z.literal(true) });

/** /api/users: who may sign in, for coordinators. */
export const usersRoute = (sources: Sources) =>
  new Hono()
    .get("/", described("Who may sign in", UsersAnswer), async (c) =>
      c.json({ users: await told(sources) } satisfies z.infer<typeof UsersAnswer>),
    )
    .post(
      "/",
      described("Invite somebody", Invited.extend({ id: z.string() })),
      body(z.object({ login: Login, role: AccountRole, service: z.string().nullable().default(null) })),
      async (c) => c.json(await addUser(open(sources), c.req.valid("json"), visitorOf(c))),
    )
    .patch(
      "/:user",
      described("Change a user's rights, or shut a user out", Done),
      body(
        z.object({
          role: AccountRole.optional(),
          service: z.string().nullable().optional(),
          disabled: z.boolean().optional(),
        }),
      ),
      async (c) => {
        const id = c.req.param("user");
        await changeUser(open(sources), { id, ...c.req.valid("json") }, visitorOf(c));
        return c.json({ done: true } satisfies z.infer<typeof Done>);
      },
    )
    .post("/:user/invite", described("A new link for a user", Invited), async (c) =>
      c.json({ invite: await inviteAgain(open(sources), c.req.param("user"), visitorOf(c)) }),
    );

const open = (sources: Sources): Open => ({ ...accountsOf(sources), services: sources.network.services });

async function told(sources: Sources): Promise<z.infer<typeof User>[]> {
  const all = await allAccounts(accountsOf(sources));
  return all.map((account) => {
    const { id, login, role, service, created_at, seen_on, password, disabled, totp_on, oidc, demo } =
      account;
    return {
      ...{ id, login, role, service, disabled, demo, totp: totp_on, oidc: oidc !== null },
      created_at: new Date(created_at).toISOString(),
      last_seen: seen_on,
      invited: !demo && password === null && oidc === null,
    };
  });
}

function described(summary: string, schema: z.ZodType) {
  return describeRoute({ summary, responses: answers(schema) });
}

import { Hono } from "hono";
import { describeRoute } from "hono-openapi";
import { z } from "zod";
import { visitorOf } from "../access.ts";
import { answers } from "../http.ts";
import { leaveProvider, ownOrigin } from "../oidc/leaveProvider.ts";
import type { Sources } from "../sources.ts";
import { accountsOf } from "./accountsOf.ts";
import { dropToken, tokenOf } from "./sessionCookie.ts";
import { endSessionsOf, sessionsOf, signedIn } from "./sessions.ts";

const SessionsAnswer = z.object({
  sessions: z.array(
    z.object({ id: z.string(), created_at: z.string(), seen_at: z.string(), this: z.boolean() }),
  ),
});
const Done = z.object({ done: z.literal(true), leave: z.string().optional() });

/** /api/sessions: where one is signed in; signing out everywhere. */
export const sessionsRoute = (sources: Sources, publicUrl: URL | null) =>
  new Hono()
    .get("/", described("Where I am signed in", SessionsAnswer), async (c) => {
      const accounts = accountsOf(sources);
      const here = await signedIn(accounts, tokenOf(c, accounts));
      const all = await sessionsOf(accounts, visitorOf(c).account ?? "");
      const sessions = all.map(({ id, created_at, seen_at }) => ({
        id,
        created_at: new Date(created_at).toISOString(),
        seen_at: new Date(seen_at).toISOString(),
        this: id === here?.session.id,
      }));
      return c.json({ sessions } satisfies z.infer<typeof SessionsAnswer>);
    })
    .delete("/", described("Sign out everywhere", Done), async (c) => {
      const accounts = accountsOf(sources);
      const who = visitorOf(c);
      const here = await signedIn(accounts, tokenOf(c, accounts));
      await endSessionsOf(accounts, who.account ?? "");
      await accounts.trail.note({
        who,
        action: "session.ended_everywhere",
        object: `account/${who.account}`,
      });
      dropToken(c, accounts);
      const leave = here ? await leaveProvider(sources, here, ownOrigin(c, publicUrl)) : {};
      return c.json({ done: true as const, ...leave });
    });

function described(summary: string, schema: z.ZodType) {
  return describeRoute({ summary, responses: answers(schema) });
}

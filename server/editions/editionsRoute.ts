import { Hono } from "hono";
import { describeRoute, validator } from "hono-openapi";
import { z } from "zod";
import { visitorOf } from "../access.ts";
import { loginsOf } from "../accounts/loginsOf.ts";
import { answers, notUnderstood, problem } from "../http.ts";
import type { Sources } from "../sources.ts";
import { EditionsAnswer } from "./Desk.ts";

const Restored = z.object({ revision: z.number() });
const Numbered = z.object({ number: z.string().regex(/^\d{1,6}$/, "expected the number of an edition") });

/** GET /api/editions: every network published from the screen, and the draft of the next; one can be made a draft again. */
export const editionsRoute = (sources: Sources) =>
  new Hono()
    .get(
      "/",
      describeRoute({
        summary: "the editions of the network, what each changed, and the draft of the next",
        responses: answers(EditionsAnswer),
      }),
      async (c) => {
        const { draft, editions, ...listed } = await deskOf(sources).list();
        const loginOf = await loginsOf(sources.accounts);
        const named = <T extends { by: string | null }>(one: T) => ({
          ...one,
          by: one.by && loginOf(one.by),
        });
        return c.json({ ...listed, editions: editions.map(named), draft: draft && named(draft) });
      },
    )
    .post(
      "/:number/restore",
      describeRoute({
        summary: "makes a draft of an edition (0: the network folder it all began with)",
        responses: answers(Restored),
      }),
      validator("param", Numbered, (result) => {
        if (!result.success) throw notUnderstood("number: expected the number of an edition");
      }),
      async (c) => {
        const number = Number(c.req.valid("param").number);
        const restored = await deskOf(sources).restore(number, nameOf(c));
        await sources.trail?.note({
          who: visitorOf(c),
          action: "edition.restored",
          object: `edition/${number}`,
        });
        return c.json(restored);
      },
    );

/** @throws 404 where the network cannot be edited */
export function deskOf({ desk }: Sources) {
  if (!desk) throw problem(404, "Not found", "This network is not edited here.");
  return desk;
}

/** What is written beside a draft or an edition: the account, or where there are none the role. */
export function nameOf(c: Parameters<typeof visitorOf>[0]): string {
  const { account, role } = visitorOf(c);
  return account ?? role;
}

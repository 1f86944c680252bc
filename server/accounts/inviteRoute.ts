import { Hono } from "hono";
import { describeRoute } from "hono-openapi";
import { z } from "zod";
import { answers, body } from "../http.ts";
import type { Sources } from "../sources.ts";
import { accountsOf } from "./accountsOf.ts";
import { begin, SignedInAnswer } from "./begin.ts";
import { keepDevice } from "./deviceCookie.ts";
import { takeUp } from "./invites.ts";

const Taken = z.object({ token: z.string().min(1).max(200), password: z.string().max(1000) });

/** POST /api/invite: chooses a password by a link, and signs in. */
export const inviteRoute = (sources: Sources) =>
  new Hono().post(
    "/",
    describeRoute({ summary: "Choose a password by a link", responses: answers(SignedInAnswer) }),
    body(Taken),
    async (c) => {
      const accounts = accountsOf(sources);
      const { token, password } = c.req.valid("json");
      const account = await takeUp(accounts, token, password);
      const { id, role, service } = account;
      const who = { role, account: id, service };
      await accounts.trail.note({ who, action: "account.password", object: `account/${id}` });
      keepDevice(c, accounts, account.login);
      return c.json(await begin(c, accounts, { account }));
    },
  );

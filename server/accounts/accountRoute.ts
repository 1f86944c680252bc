import { type Context, Hono } from "hono";
import { describeRoute } from "hono-openapi";
import { z } from "zod";
import { visitorOf } from "../access.ts";
import { run, sql } from "../db.ts";
import { answers, body, problem } from "../http.ts";
import type { Sources } from "../sources.ts";
import type { Account, Accounts } from "./Accounts.ts";
import { findAccount } from "./accountRows.ts";
import { accountsOf } from "./accountsOf.ts";
import { guarded } from "./attempts.ts";
import { begin, SignedInAnswer } from "./begin.ts";
import { refuseWeak } from "./passwordRules.ts";
import { passwordHash } from "./passwords.ts";
import { endSessionsOf } from "./sessions.ts";
import { provePassword } from "./signIn.ts";
import { beginTotp, confirmTotp, isCode, removeTotp } from "./totp.ts";
import { tryingFrom } from "./tryingFrom.ts";

const Password = z.object({ password: z.string().min(1).max(1000) });
const Passwords = z.object({ old: z.string().min(1).max(1000), new: z.string().max(1000) });
const Code = z.object({ code: z.string().min(1).max(40) });
const Begun = z.object({ secret: z.string(), uri: z.string().describe("what an app scans") });
const Codes = z.object({ recovery_codes: z.array(z.string()).describe("each opens once; told once") });
const Done = z.object({ done: z.literal(true) });

/** /api/account: one's own password and codes. */
export const accountRoute = (sources: Sources) =>
  new Hono()
    .put("/password", described("Change the password", SignedInAnswer), body(Passwords), async (c) => {
      const { accounts, account, from } = await own(sources, c);
      const { old, new: chosen } = c.req.valid("json");
      await provePassword(accounts, account, { password: old, ...from });
      refuseWeak(chosen, { login: account.login, network: accounts.network.name });
      const hash = await passwordHash(accounts, chosen);
      await run(accounts.db, sql`UPDATE account SET password = ${hash} WHERE id = ${account.id}`);
      await endSessionsOf(accounts, account.id);
      await noted(accounts, account, "account.password");
      return c.json(await begin(c, accounts, { account }));
    })
    .post("/totp", described("Begin to use an app for codes", Begun), body(Password), async (c) => {
      const { accounts, account, from } = await own(sources, c);
      if (account.totp_on)
        throw problem(409, "Codes are on", "Codes are asked for already: turn them off first.");
      await provePassword(accounts, account, { ...c.req.valid("json"), ...from });
      return c.json(await beginTotp(accounts, account));
    })
    .put("/totp", described("Ask for codes from now on", Codes), body(Code), async (c) => {
      const { accounts, account, from } = await own(sources, c);
      const { was } = await guarded(accounts, { login: account.login, ...from }, async () => {
        const right = !account.totp_on && (await isCode(accounts, account, c.req.valid("json").code));
        return { was: right ? ("right" as const) : ("wrong" as const) };
      });
      if (was === "wrong")
        throw problem(422, { title: "Not right", type: "urn:sguardo:refused" }, "The code is not right.");
      const recovery_codes = await confirmTotp(accounts, account);
      await endSessionsOf(accounts, account.id);
      await noted(accounts, account, "account.codes_on");
      await begin(c, accounts, { account });
      return c.json({ recovery_codes });
    })
    .delete("/totp", described("Ask for no codes", Done), body(Password), async (c) => {
      const { accounts, account, from } = await own(sources, c);
      await provePassword(accounts, account, { ...c.req.valid("json"), ...from });
      await removeTotp(accounts, account.id);
      await noted(accounts, account, "account.codes_off");
      return c.json({ done: true as const });
    });

/** The account of whoever asks. @throws 409 where there is no password here: in a demo, or at an identity provider */
async function own(sources: Sources, c: Context) {
  const accounts = accountsOf(sources);
  const { account: id } = visitorOf(c);
  const account = id === null ? undefined : await findAccount(accounts, id);
  if (!account || account.password === null)
    throw problem(409, "No password", "This user has no password here, so none can be changed.");
  return { accounts, account, from: tryingFrom(c, accounts, account.login) };
}

const noted = ({ trail }: Accounts, { id, role, service }: Account, action: string) =>
  trail.note({ who: { role, account: id, service }, action, object: `account/${id}` });

function described(summary: string, schema: z.ZodType) {
  return describeRoute({ summary, responses: answers(schema) });
}

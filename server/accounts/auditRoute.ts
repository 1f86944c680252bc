import { Hono } from "hono";
import { describeRoute } from "hono-openapi";
import { z } from "zod";
import { visitorOf } from "../access.ts";
import { rows, sql } from "../db.ts";
import { answers, query } from "../http.ts";
import type { Sources } from "../sources.ts";
import { accountsOf } from "./accountsOf.ts";
import { trailCsv } from "./trailCsv.ts";
import { Entry } from "./trailEntry.ts";
import { Fault, verifyTrail } from "./verifyTrail.ts";

const Detail = z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()]));
const AuditAnswer = z.object({
  entries: z.array(
    z.object({
      seq: z.number(),
      at: z.string(),
      login: z.string(),
      role: z.string(),
      action: z.string(),
      object: z.string(),
      detail: Detail,
    }),
  ),
  more: z.boolean(),
  verified: z
    .object({
      ok: z.boolean(),
      entries: z.number(),
      head: z.string().describe("digest of the newest entry"),
      fault: Fault.nullable(),
    })
    .nullable()
    .describe("with the newest entries of all; null when others are asked for"),
});

const Page = z.object({
  before: z.coerce.number().int().min(1).optional(),
  limit: z.coerce.number().int().min(1).max(500).default(100),
  login: z.string().max(100).default("").describe("part of a login, in any case"),
  kind: z
    .string()
    .regex(/^[a-z]*$/)
    .max(40)
    .default("")
    .describe("what an action begins with: session, user, draft…"),
});

/** GET /api/audit: who did what to which object, newest first, and whether the trail is as it was noted. */
export const auditRoute = (sources: Sources) =>
  new Hono().get(
    "/",
    describeRoute({ summary: "Who did what to which object", responses: answers(AuditAnswer) }),
    query(Page),
    async (c) => {
      const accounts = accountsOf(sources);
      const { before = Number.MAX_SAFE_INTEGER, limit, login, kind } = c.req.valid("query");
      const found = await rows(
        accounts.db,
        Entry,
        sql`SELECT * FROM audit WHERE seq < ${before} AND contains(lower(login), lower(${login.trim()}))
              AND (${kind} = '' OR starts_with(action, ${kind} || '.')) ORDER BY seq DESC LIMIT ${limit + 1}`,
      );
      const entries = found.slice(0, limit).map(({ noted_at, detail, digest: _, ...entry }) => ({
        ...entry,
        at: new Date(noted_at).toISOString(),
        detail: Detail.parse(JSON.parse(detail)),
      }));
      const newest = c.req.valid("query").before === undefined && login === "" && kind === "";
      const verified = newest ? await verifyTrail(accounts) : null;
      return c.json({ entries, more: found.length > limit, verified } satisfies z.infer<typeof AuditAnswer>);
    },
  );

/** GET /api/audit.csv: the whole trail with its digests; that it was taken is noted in it. */
export const auditFileRoute = (sources: Sources) =>
  new Hono().get(
    "/",
    describeRoute({
      summary: "The whole trail, as CSV",
      responses: { 200: { description: "CSV", content: { "text/csv": {} } } },
    }),
    async (c) => {
      const { db, trail } = accountsOf(sources);
      await trail.note({ who: visitorOf(c), action: "trail.exported", object: "trail" });
      return c.body(await trailCsv(db), 200, {
        "content-type": "text/csv; charset=utf-8",
        "content-disposition": 'attachment; filename="sguardo-trail.csv"',
      });
    },
  );

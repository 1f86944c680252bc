import { Hono } from "hono";
import { describeRoute, resolver } from "hono-openapi";
import { z } from "zod";
import { Schedule } from "../domain/network.ts";
import type { Sources } from "./sources.ts";

/** GET /api/schedules: planned presence, in the fields of Open Referral HSDS schedules. */
export const schedulesRoute = ({ network }: Sources) =>
  new Hono().get(
    "/",
    describeRoute({
      summary: "planned presence, in the fields of Open Referral HSDS schedules.",
      responses: {
        200: { description: "ok", content: { "application/json": { schema: resolver(z.array(Schedule)) } } },
      },
    }),
    (c) => c.json(network.schedules),
  );

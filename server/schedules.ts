import { Hono } from "hono";
import { describeRoute } from "hono-openapi";
import { z } from "zod";
import { Schedule } from "../domain/network.ts";
import { answers, query } from "./http.ts";
import { refuseOpen, type Sources, ThenQuery } from "./sources.ts";

/** GET /api/schedules: planned presence, in the fields of Open Referral HSDS schedules. */
export const schedulesRoute = (sources: Sources) =>
  new Hono().get(
    "/",
    describeRoute({
      summary: "planned presence, in the fields of Open Referral HSDS schedules.",
      responses: answers(z.array(Schedule)),
    }),
    query(ThenQuery),
    async (c) => {
      await refuseOpen(sources, c.req.valid("query").period);
      return c.json(sources.network.schedules);
    },
  );

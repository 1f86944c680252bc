import { Hono } from "hono";
import { describeRoute } from "hono-openapi";
import { z } from "zod";
import { Schedule } from "../domain/network.ts";
import { answers } from "./http.ts";
import type { Sources } from "./sources.ts";

/** GET /api/schedules: planned presence, in the fields of Open Referral HSDS schedules. */
export const schedulesRoute = ({ network }: Sources) =>
  new Hono().get(
    "/",
    describeRoute({
      summary: "planned presence, in the fields of Open Referral HSDS schedules.",
      responses: answers(z.array(Schedule)),
    }),
    (c) => c.json(network.schedules),
  );

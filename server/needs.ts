import { Hono } from "hono";
import { describeRoute } from "hono-openapi";
import { z } from "zod";
import { Need } from "../domain/network.ts";
import { answers, query } from "./http.ts";
import { refuseOpen, type Sources, ThenQuery } from "./sources.ts";

/** GET /api/needs: the two-level list of needs (each need and its group). */
export const needsRoute = (sources: Sources) =>
  new Hono().get(
    "/",
    describeRoute({
      summary: "the two-level list of needs (each need and its group).",
      responses: answers(z.array(Need)),
    }),
    query(ThenQuery),
    async (c) => {
      await refuseOpen(sources, c.req.valid("query").period);
      return c.json(sources.network.needs);
    },
  );

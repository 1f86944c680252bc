import { Hono } from "hono";
import { describeRoute, resolver } from "hono-openapi";
import { z } from "zod";
import { Need } from "../domain/network.ts";
import type { Sources } from "./sources.ts";

/** GET /api/needs: the two-level list of needs (each need and its group). */
export const needsRoute = ({ network }: Sources) =>
  new Hono().get(
    "/",
    describeRoute({
      summary: "the two-level list of needs (each need and its group).",
      responses: {
        200: { description: "ok", content: { "application/json": { schema: resolver(z.array(Need)) } } },
      },
    }),
    (c) => c.json(network.needs),
  );

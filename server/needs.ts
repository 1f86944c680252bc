import { Hono } from "hono";
import { describeRoute } from "hono-openapi";
import { z } from "zod";
import { Need } from "../domain/network.ts";
import { answers } from "./http.ts";
import type { Sources } from "./sources.ts";

/** GET /api/needs: the two-level list of needs (each need and its group). */
export const needsRoute = ({ network }: Sources) =>
  new Hono().get(
    "/",
    describeRoute({
      summary: "the two-level list of needs (each need and its group).",
      responses: answers(z.array(Need)),
    }),
    (c) => c.json(network.needs),
  );

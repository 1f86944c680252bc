import { Hono } from "hono";
import { describeRoute } from "hono-openapi";
import { z } from "zod";
import { Service } from "../domain/network.ts";
import { answers, query } from "./http.ts";
import { refuseOpen, type Sources, ThenQuery } from "./sources.ts";

/** GET /api/services: the services of the network, their aims and the needs each can record. */
export const servicesRoute = (sources: Sources) =>
  new Hono().get(
    "/",
    describeRoute({
      summary: "the services of the network, their aims and the needs each can record.",
      responses: answers(z.array(Service)),
    }),
    query(ThenQuery),
    async (c) => {
      await refuseOpen(sources, c.req.valid("query").period);
      return c.json(sources.network.services);
    },
  );

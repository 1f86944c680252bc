import { Hono } from "hono";
import { describeRoute } from "hono-openapi";
import { z } from "zod";
import { Service } from "../domain/network.ts";
import { answers } from "./http.ts";
import type { Sources } from "./sources.ts";

/** GET /api/services: the services of the network, their aims and the needs each can record. */
export const servicesRoute = ({ network }: Sources) =>
  new Hono().get(
    "/",
    describeRoute({
      summary: "the services of the network, their aims and the needs each can record.",
      responses: answers(z.array(Service)),
    }),
    (c) => c.json(network.services),
  );

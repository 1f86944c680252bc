import { Hono } from "hono";
import { describeRoute } from "hono-openapi";
import { z } from "zod";
import { answers, problem } from "./http.ts";
import type { Sources } from "./sources.ts";

const EntriesAnswer = z.object({
  from: z.string(),
  to: z.string().describe("the operational day it is now"),
  entries: z.array(
    z.object({
      day: z.string(),
      slot: z.string(),
      zone: z.string(),
      need: z.string(),
      band: z.string(),
      outcome: z.string(),
    }),
  ),
});

/** GET /api/services/:service/entries: what an operator's own service entered in the last seven operational days. */
export const entriesRoute = (sources: Sources) =>
  new Hono().get(
    "/:service/entries",
    describeRoute({ summary: "Own entries of the last seven days", responses: answers(EntriesAnswer) }),
    async (c) => {
      if (!sources.ownEntries) throw problem(404, "Not found", "This server has no entries to show.");
      const own = await sources.ownEntries(c.req.param("service"));
      return c.json(own satisfies z.infer<typeof EntriesAnswer>);
    },
  );

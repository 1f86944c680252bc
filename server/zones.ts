import { Hono } from "hono";
import { describeRoute } from "hono-openapi";
import { query } from "./http.ts";
import { refuseOpen, type Sources, ThenQuery } from "./sources.ts";

/** GET /api/zones: the polygons of the network, a GeoJSON FeatureCollection in WGS84. */
export const zonesRoute = (sources: Sources) => {
  const answer = {
    type: "FeatureCollection" as const,
    features: sources.network.zones.map(({ geometry, ...properties }) => ({
      type: "Feature" as const,
      properties,
      geometry,
    })),
  };
  return new Hono().get(
    "/",
    describeRoute({
      summary: "Zones: id, name, population (null = unknown), parent, approximate, label place",
      responses: {
        200: { description: "GeoJSON", content: { "application/json": { schema: { type: "object" } } } },
      },
    }),
    query(ThenQuery),
    async (c) => {
      await refuseOpen(sources, c.req.valid("query").period);
      return c.json(answer);
    },
  );
};

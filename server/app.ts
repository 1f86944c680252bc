import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { serveStatic } from "@hono/node-server/serve-static";
import { type Context, Hono } from "hono";
import { COMPRESSIBLE_CONTENT_TYPE_REGEX, compress } from "hono/compress";
import { etag } from "hono/etag";
import { openAPIRouteHandler } from "hono-openapi";
import { ACCESS, allow, refuseUnwritten, STRANGER, type WhoIs } from "./access.ts";
import { accountRoute } from "./accounts/accountRoute.ts";
import { auditFileRoute, auditRoute } from "./accounts/auditRoute.ts";
import { inviteRoute } from "./accounts/inviteRoute.ts";
import { onlyOwnPage } from "./accounts/sameOrigin.ts";
import { sessionRoute } from "./accounts/sessionRoute.ts";
import { sessionsRoute } from "./accounts/sessionsRoute.ts";
import { usersRoute } from "./accounts/usersRoute.ts";
import { adviceRoute } from "./advice.ts";
import { cellsRoute } from "./cells.ts";
import { compareRoute } from "./compare.ts";
import { root } from "./config.ts";
import { coverageRoute } from "./coverage.ts";
import { edge, type WholeEdge } from "./edge/edge.ts";
import { AT_HOME } from "./edge/edgeOptions.ts";
import { openMetrics } from "./edge/metrics.ts";
import { otherMethods } from "./edge/otherMethods.ts";
import { perAccount } from "./edge/rateLimits.ts";
import { closesKnown, metrics, refuseStrangersToMetrics, status } from "./edge/status.ts";
import { draftRoute } from "./editions/draftRoute.ts";
import { editionsRoute } from "./editions/editionsRoute.ts";
import { emergingRoute } from "./emerging.ts";
import { entriesRoute } from "./entries.ts";
import { gapsRoute } from "./gaps.ts";
import { answerError, problem } from "./http.ts";
import { needsRoute } from "./needs.ts";
import { networkRoute } from "./network.ts";
import { oidcRoute } from "./oidc/oidcRoute.ts";
import { overlapsRoute } from "./overlaps.ts";
import { schedulesRoute } from "./schedules.ts";
import { servicesRoute } from "./services.ts";
import type { Sources } from "./sources.ts";
import { whyRoute } from "./why.ts";
import { zonesRoute } from "./zones.ts";

/** The whole server over its sources: `app.request("/api/zones")` in tests, a port in `main.ts`. */
export function createApp(sources: Sources, whoIs: WhoIs = () => STRANGER, between: WholeEdge = AT_HOME) {
  const app = new Hono();
  const measured = between.metrics ?? openMetrics();
  app.onError(answerError);
  app.notFound((c) => answerError(nothingHere(), c));
  app.use(
    ...edge({ ...between, metrics: measured }),
    onlyOwnPage,
    compress({ contentTypeFilter: compressible }),
  );
  for (const route of Object.keys(ACCESS)) {
    const [method = "", path = ""] = route.split(" ");
    app.on(method, path, allow(route, whoIs));
  }
  app.use(perAccount(between.limits));
  app.use("/api/*", etag(), freshEachTime);
  const api = app.route("/api", questions(sources, between.publicUrl));
  api.get("/api/openapi.json", openAPIRouteHandler(api, { documentation: about(sources) }));
  app.route("/oidc", oidcRoute(sources, between.publicUrl));
  const closes = closesKnown(sources);
  api.get("/status", (c) => status(sources, closes, c));
  api.get("/metrics", (c) => {
    refuseStrangersToMetrics(c, between.metricsToken);
    return metrics(sources, closes, measured.registry);
  });
  api.get("/basemap/:layer", etag(), (c) => basemap(sources, c));
  otherMethods(app, (path) => path !== "/*");
  app.all("/api/*", () => {
    throw nothingHere();
  });
  assets(app);
  otherMethods(app, (path) => path === "/*");
  refuseUnwritten(app.routes);
  return api;
}

/** The type the page speaks to (`hc<Api>`). */
export type Api = ReturnType<typeof createApp>;

const questions = (sources: Sources, publicUrl: URL | null) =>
  new Hono()
    .route("/network", networkRoute(sources))
    .route("/zones", zonesRoute(sources))
    .route("/services", servicesRoute(sources))
    .route("/services", entriesRoute(sources))
    .route("/needs", needsRoute(sources))
    .route("/schedules", schedulesRoute(sources))
    .route("/coverage", coverageRoute(sources))
    .route("/cells", cellsRoute(sources))
    .route("/gaps", gapsRoute(sources))
    .route("/advice", adviceRoute(sources))
    .route("/overlaps", overlapsRoute(sources))
    .route("/why", whyRoute(sources))
    .route("/compare", compareRoute(sources))
    .route("/emerging", emergingRoute(sources))
    .route("/editions", editionsRoute(sources))
    .route("/draft", draftRoute(sources))
    .route("/session", sessionRoute(sources, publicUrl))
    .route("/sessions", sessionsRoute(sources, publicUrl))
    .route("/account", accountRoute(sources))
    .route("/invite", inviteRoute(sources))
    .route("/users", usersRoute(sources))
    .route("/audit", auditRoute(sources))
    .route("/audit.csv", auditFileRoute(sources));

const nothingHere = () => problem(404, "Not found", "There is nothing at this address.");

/** Glyphs come without a type Hono knows to be worth compressing. */
const compressible = (type: string) =>
  COMPRESSIBLE_CONTENT_TYPE_REGEX.test(type) || type === "application/octet-stream";

async function freshEachTime(c: Context, next: () => Promise<void>) {
  await next();
  c.header("cache-control", "private, no-cache");
}

const about = ({ network }: Sources) => ({
  openapi: "3.1.0",
  info: {
    title: `Sguardo · ${network.name}`,
    version: "1",
    description: "Need figures are published cells.",
  },
});

function basemap({ basemap: layers }: Sources, c: Context) {
  const layer = (c.req.param("layer") ?? "").replace(/\.geojson$/, "");
  const text = Object.hasOwn(layers, layer) ? layers[layer] : undefined;
  if (!text) throw problem(404, "Not found", "There is no such basemap layer.");
  return c.body(text, 200, { "content-type": "application/geo+json", "cache-control": "private, no-cache" });
}

function assets(app: Hono): void {
  const page = join(root, "dist", "client");
  app.get("/glyphs/*", serveStatic({ root: join(root, "data"), onFound: longLived }));
  app.get("/assets/*", serveStatic({ root: page, precompressed: true, onFound: longLived }));
  app.all("/*", async (c, next) => {
    if (/\.\w+$/.test(c.req.path) && c.req.path !== "/index.html") throw nothingHere();
    await next();
  });
  app.get("/*", async (c) => {
    return c.html(await readFile(join(page, "index.html"), "utf8"), 200, { "cache-control": "no-cache" });
  });
}

function longLived(_path: string, c: Context) {
  c.header("cache-control", "public, max-age=31536000, immutable");
}

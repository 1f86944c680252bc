import { join } from "node:path";
import { getRequestListener } from "@hono/node-server";
import react from "@vitejs/plugin-react";
import type { Plugin } from "vite";
import { defineConfig } from "vitest/config";

const folder = (name: string) => join(import.meta.dirname, name);

/** `npm run dev`: page and API in one process; an edited route answers the next request. */
const apiWhileDeveloping = (): Plugin => ({
  name: "sguardo-api",
  apply: "serve",
  configureServer(server) {
    let network: Promise<{ sources: never }> | undefined;
    server.middlewares.use(async (request, response, next) => {
      if (!/^\/(api|basemap|glyphs|status)(\/|\?|$)/.test(request.url ?? "")) return next();
      const { configure } = await server.ssrLoadModule(folder("server/config.ts"));
      const { openNetwork } = await server.ssrLoadModule(folder("server/openNetwork.ts"));
      network ??= openNetwork(configure({}, process.env)) as Promise<{ sources: never }>;
      const { createApp } = await server.ssrLoadModule(folder("server/app.ts"));
      const { whoAsks } = await server.ssrLoadModule(folder("server/accounts/whoAsks.ts"));
      const { sources } = await network;
      await getRequestListener(createApp(sources, whoAsks(sources)).fetch)(request, response);
    });
  },
});

const tests = (name: string, include: string[], more: object = {}) => ({
  extends: true as const,
  test: {
    name,
    include,
    testTimeout: 60_000,
    hookTimeout: 120_000,
    benchmark: { include: [] as string[] },
    ...more,
  },
});

/** The page builds into dist/client; `--ssr` builds the server and the command line into dist/server. */
export default defineConfig(({ isSsrBuild }) => ({
  root: folder("client"),
  plugins: [react(), apiWhileDeveloping()],
  build: isSsrBuild
    ? {
        outDir: folder("dist/server"),
        emptyOutDir: true,
        target: "node20",
        rollupOptions: {
          input: {
            main: folder("server/main.ts"),
            cli: folder("server/cli.ts"),
            readingWorker: folder("server/readings/readingWorker.ts"),
          },
        },
      }
    : { outDir: folder("dist/client"), emptyOutDir: true, target: "es2022" },
  worker: { format: "es" as const },
  server: { port: 8080, host: "127.0.0.1" },
  test: {
    root: folder("."),
    maxWorkers: 2,
    projects: [
      tests("domain and server", ["test/{domain,server,client,attacks,tools}/**/*.test.ts"], {
        globalSetup: ["test/server/madeOnce.ts"],
      }),
      tests("real data", ["test/real/**/*.test.ts"], {
        testTimeout: 240_000,
        expect: { poll: { timeout: 5000 } },
      }),
      tests("browser", ["test/e2e/**/*.test.ts"], {
        globalSetup: ["test/e2e/demo.ts"],
        fileParallelism: false,
        expect: { poll: { timeout: 5000 } },
      }),
      tests("speed", [], { benchmark: { include: ["bench/**/*.bench.ts"] } }),
    ],
  },
}));

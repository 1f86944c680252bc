import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";

/** The page builds into dist/client; `--ssr` builds the server and the command line into dist/server. */
export default defineConfig(({ isSsrBuild }) => ({
  root: "client",
  plugins: [react()],
  build: isSsrBuild
    ? {
        outDir: "../dist/server",
        emptyOutDir: true,
        target: "node20",
        rollupOptions: { input: { main: "server/main.ts", cli: "server/cli.ts" } },
      }
    : { outDir: "../dist/client", emptyOutDir: true, target: "es2022", sourcemap: false },
  worker: { format: "es" as const },
  server: {
    port: 5173,
    host: "127.0.0.1",
    proxy: { "^/(api|basemap|glyphs|status)": "http://127.0.0.1:8080" },
  },
  test: {
    root: ".",
    include: ["test/**/*.test.ts"],
    benchmark: { include: ["bench/**/*.bench.ts"] },
    testTimeout: 60_000,
    hookTimeout: 120_000,
    maxWorkers: 2,
  },
}));

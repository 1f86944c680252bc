import { createServer } from "node:net";
import { parseArgs } from "node:util";
import { serve } from "@hono/node-server";
import { createApp } from "./app.ts";
import { configure } from "./config.ts";
import { openNetwork } from "./openNetwork.ts";

/** `npm start`: checks the network, closes what is due, serves the page and the API on this machine only. */
async function main(): Promise<void> {
  // Whatever is written is its owner's, DuckDB's log beside the vault included.
  process.umask(0o077);
  const text = { type: "string" } as const;
  const { values } = parseArgs({ options: { network: text, data: text, port: text } });
  const config = configure(values, process.env);
  await portIsFree(config.port);
  const running = await openNetwork(config);
  const app = createApp(running.sources);
  const server = serve({ fetch: app.fetch, port: config.port, hostname: "127.0.0.1" }, ({ port }) => {
    console.log(`\n  Sguardo · ${running.sources.network.name}: http://localhost:${port}\n`);
    if (running.sources.network.simulated)
      console.log("  Dati simulati: nessuna osservazione è vera. (Simulated data.)");
    console.log("  Until sign-in exists everything is read-only and answered to this machine only;");
    console.log("  demo accounts, one per role, will come with it. Stop with Ctrl-C.\n");
  });
  server.on("error", fail);
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    process.once(signal, () => {
      server.close();
      running
        .close()
        .then(() => process.exit(0))
        .catch(fail);
    });
  }
}

/** Asked before the first start simulates anything, so that a taken port costs nobody a minute. */
function portIsFree(port: number): Promise<void> {
  return new Promise((free, taken) => {
    const probe = createServer();
    probe.once("error", (error: NodeJS.ErrnoException) => {
      const used = `Port ${port} is in use: stop what uses it, or choose another with --port N.`;
      taken(error.code === "EADDRINUSE" ? new Error(used) : error);
    });
    probe.listen(port, "127.0.0.1", () => probe.close(() => free()));
  });
}

function fail(error: unknown): void {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}

await main().catch(fail);

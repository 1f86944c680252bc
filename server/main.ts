import { createServer } from "node:net";
import { parseArgs } from "node:util";
import { whoAsks } from "./accounts/whoAsks.ts";
import { createApp } from "./app.ts";
import { type Config, configure } from "./config.ts";
import { finish, listen } from "./edge/listen.ts";
import { openLog } from "./edge/log.ts";
import { openMetrics } from "./edge/metrics.ts";
import { openLimits } from "./edge/rateLimits.ts";
import { describe } from "./network/NetworkRefused.ts";
import { openNetwork, type Running } from "./openNetwork.ts";
import { plainError } from "./plainError.ts";
import { editionLines, langOf, startWords } from "./startWords.ts";

/** `npm start`: checks the network, closes what is due, serves the page and the API on this machine only. */
async function main(): Promise<void> {
  // Whatever is written is its owner's, DuckDB's log beside the vault included.
  process.umask(0o077);
  const text = { type: "string" } as const;
  const folders = { network: text, data: text, port: text, lang: text };
  const edge = {
    "log-level": text,
    "public-url": text,
    host: text,
    "demo-anywhere": { type: "boolean" } as const,
  };
  const { values } = parseArgs({ options: { ...folders, ...edge } });
  const config = configure(values, process.env);
  const log = openLog(values["log-level"] ?? process.env["SGUARDO_LOG_LEVEL"], process.stderr);
  await portIsFree(config);
  const running = await openNetwork(config);
  const metricsToken = process.env["SGUARDO_METRICS_TOKEN"];
  const watch = { log, metrics: openMetrics(true), limits: openLimits(), metricsToken };
  const { fetch } = running.live(
    (sources) => createApp(sources, whoAsks(sources), { ...config, ...watch }).fetch,
  );
  const server = listen({ ...config, fetch }, (port) => greet(running, config, port));
  server.on("error", fail);
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    process.once(signal, () => {
      finish(server)
        .then(running.close)
        .then(() => process.exit(0))
        .catch(fail);
    });
  }
}

function greet(
  { sources: { network }, inForce, invite }: Running,
  { publicUrl, lang }: Config,
  port: number,
): void {
  const here = `http://localhost:${port}`;
  console.log(`\n  Sguardo · ${network.name}: ${publicUrl ? `${publicUrl.origin} (${here})` : here}\n`);
  const words = startWords[langOf(lang, process.env, network.locale)];
  if (network.simulated) console.log(`  ${words.simulated}`);
  for (const line of editionLines(inForce, words)) console.log(`  ${line}`);
  for (const [i, warning] of (network.warnings ?? []).entries()) {
    if (i === 0) console.log(`  ${words.warnings}`);
    console.log(`  ${describe(warning)}`);
  }
  if (invite) console.log(`  ${words.firstLink}\n\n  ${publicUrl?.origin ?? here}${invite}\n`);
  console.log(`  ${network.simulated ? words.demoUsers : words.users}`);
  console.log();
}

/** Asked before the first start simulates anything, so that a taken port costs nobody a minute. */
function portIsFree({ port, host }: { port: number; host: string }): Promise<void> {
  return new Promise((free, taken) => {
    const probe = createServer();
    probe.once("error", (error: NodeJS.ErrnoException) => {
      const used = `Port ${port} is in use: stop what uses it, or choose another with --port N.`;
      const kept = `Port ${port} is not for every user: choose one above 1023 with --port N.`;
      const said = { EADDRINUSE: used, EACCES: kept }[error.code ?? ""];
      taken(said ? new Error(said) : error);
    });
    probe.listen(port, host, () => probe.close(() => free()));
  });
}

function fail(error: unknown): void {
  console.error(plainError(error));
  process.exit(1);
}

await main().catch(fail);

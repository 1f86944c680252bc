import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";

declare module "vitest" {
  interface ProvidedContext {
    demo: string;
  }
}

/** Starts what `npm start` starts, on a free port and a data folder of its own; the journeys share it. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const data = await mkdtemp(join(tmpdir(), "sguardo-e2e-"));
  const { url, stop } = await startServer(["--data", data]);
  project.provide("demo", url);
  return async () => {
    await stop();
    await rm(data, { recursive: true, force: true });
  };
}

type Started = {
  url: string;
  /** The link by which the first coordinator of a network that is no demo comes in. */
  link: () => string | undefined;
  stop: () => Promise<void>;
};

/** The built server as its own process, once it has printed its address. */
export async function startServer(options: string[], env: NodeJS.ProcessEnv = {}): Promise<Started> {
  const main = join(import.meta.dirname, "..", "..", "dist", "server", "main.js");
  const server = spawn(process.execPath, [main, "--port", "0", ...options], {
    stdio: ["ignore", "pipe", "pipe"],
    env: { ...process.env, ...env },
  });
  const { url, said } = await printedAddress(server);
  const link = () => /http:\S+#invite=\S+/.exec(said())?.[0];
  return { url, link, stop: () => stopped(server, said) };
}

const PATIENCE = 60_000;

/** Ended by SIGTERM as by an operator. @throws Error with what it said when it ends in another way than well, or not at all */
async function stopped(server: ChildProcess, said: () => string): Promise<void> {
  const ended = once(server, "exit", { signal: AbortSignal.timeout(PATIENCE) });
  server.kill("SIGTERM");
  const [code, signal] = await ended.catch(() => [null, `nothing in ${PATIENCE} ms`]);
  if (code === 0) return;
  server.kill("SIGKILL");
  throw new Error(`the server was told to stop and ended with ${code ?? signal}:\n${said()}`);
}

function printedAddress(server: ChildProcess): Promise<{ url: string; said: () => string }> {
  return new Promise((resolve, reject) => {
    let said = "";
    const listen = (chunk: Buffer) => {
      said += chunk.toString();
      const url = /http:\/\/localhost:\d+/.exec(said)?.[0];
      if (url) resolve({ url, said: () => said });
    };
    server.stdout?.on("data", listen);
    server.stderr?.on("data", listen);
    server.once("exit", (code) =>
      reject(new Error(`the server stopped (${code}) before it was ready:\n${said}`)),
    );
  });
}

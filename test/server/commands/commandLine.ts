import { spawn } from "node:child_process";
import { join } from "node:path";

const dist = join(import.meta.dirname, "..", "..", "..", "dist", "server");
const env = { ...process.env, LC_ALL: "C", SGUARDO_DATA: "", SGUARDO_NETWORK: "" };

export type Ended = { code: number | null; out: string; err: string };

/** The built command line as its own process, as `npm run sguardo -- …` runs it. */
export const sguardo = (...args: string[]): Promise<Ended> => ended(join(dist, "cli.js"), args);

/** The built server as its own process, for starts that end by themselves. */
export const start = (...args: string[]): Promise<Ended> => ended(join(dist, "main.js"), args);

function ended(script: string, args: string[]): Promise<Ended> {
  const child = spawn(process.execPath, [script, ...args], { env, stdio: ["ignore", "pipe", "pipe"] });
  const said = { out: "", err: "" };
  child.stdout.on("data", (chunk) => {
    said.out += chunk;
  });
  child.stderr.on("data", (chunk) => {
    said.err += chunk;
  });
  return new Promise((resolve) => child.once("close", (code) => resolve({ code, ...said })));
}

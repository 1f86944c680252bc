import { existsSync, readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { z } from "zod";
import { type Edge, type EdgeOptions, edgeOptions } from "./edge/edgeOptions.ts";

/** The project's folder, found from wherever the running file was built to. */
export const root = findRoot(import.meta.dirname);
export const schemas = {
  published: join(root, "data", "schema.sql"),
  domain: join(root, "data", "domain.sql"),
  vault: join(root, "data", "vault.sql"),
  accounts: join(root, "data", "accounts.sql"),
  migrations: join(root, "data", "migrations"),
};

/** The worker that reads closes, as built: Node.js does not run its source. */
export const readingWorker = join(root, "dist", "server", "readingWorker.js");
/** Of this code, as package.json tells it. */
export const version = z
  .object({ version: z.string() })
  .parse(JSON.parse(readFileSync(join(root, "package.json"), "utf8"))).version;

export type Config = Edge & {
  network: string;
  data: string;
  port: number;
  lang?: string | undefined;
  oidc?: string | undefined;
  /** Folder that gets a backup every night. */
  backup?: string | undefined;
};

type Options = Partial<Record<"network" | "data" | "port" | "lang", string | undefined>> & EdgeOptions;

/** Options over environment (SGUARDO_NETWORK, SGUARDO_DATA, SGUARDO_PORT and the edge's) over the embedded demo. */
export function configure(options: Options, env: NodeJS.ProcessEnv): Config {
  const port = options.port ?? (env["SGUARDO_PORT"] || "8080");
  if (!/^\d{1,5}$/.test(port) || Number(port) > 65535)
    throw new RangeError(`port: "${port}" (expected 0 to 65535)`);
  return {
    network: folder("network", options, env["SGUARDO_NETWORK"] || join(root, "data", "cesena")),
    data: folder("data", options, env["SGUARDO_DATA"] || join(root, ".sguardo")),
    port: Number(port),
    lang: options.lang,
    oidc: env["SGUARDO_OIDC"] || undefined,
    backup: env["SGUARDO_BACKUP"] ? resolve(env["SGUARDO_BACKUP"]) : undefined,
    ...edgeOptions(options, env),
  };
}

function folder(name: "network" | "data", { [name]: asked }: Options, usual: string): string {
  if (asked?.trim() === "") throw new RangeError(`--${name}: "${asked}" (expected a folder)`);
  return resolve(asked ?? usual);
}

function findRoot(from: string): string {
  if (existsSync(join(from, "package.json"))) return from;
  const above = dirname(from);
  if (above === from) throw new Error(`no package.json above ${import.meta.dirname}`);
  return findRoot(above);
}

import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { expect, test } from "vitest";
import { root } from "../../server/config.ts";
import { run, sql } from "../../server/db.ts";
import { closeBy, closeCity, openCity, SECRET } from "./city.ts";
import { CLOSED, cubeCity, rowsOf, truths } from "./cube.ts";

const server = join(root, "server");
const files = readdirSync(server, { recursive: true, encoding: "utf8" }).filter((file) =>
  file.endsWith(".ts"),
);
const source = (file: string) => readFileSync(join(server, file), "utf8");
const importsOf = (file: string) =>
  [...source(file).matchAll(/^import\s+(?!type\b)[^"]*"(\.[^"]+)"/gm)].map(([, path]) =>
    relative(server, join(server, dirname(file), path ?? "")),
  );

/** Shows a service what it entered, to its own operators: the route is given it, and does not import it. */
const OWN = "ownEntries.ts";

test("the vault is opened by ingestion, the gate, its audit, retention and backup, by what starts them or reads at a close, and for a service’s own entries; nobody else names it", () => {
  const starters = [
    "closeDue.ts",
    "readings/readCloses.ts",
    "fillDemo.ts",
    "store.ts",
    "nightly.ts",
    "commands/backup.ts",
    OWN,
  ];
  const openers = files.filter((file) => /\bopenVault\b/.test(source(file)));
  expect(
    openers.filter(
      (file) => !/^(ingest|gate|disclosure|retention|backup)\//.test(file) && !starters.includes(file),
    ),
  ).toEqual([]);
  const namers = files.filter((file) =>
    /\bvault\.duckdb\b|\bFROM observation\b|\brecord_key\b/.test(source(file)),
  );
  const allowed = ["store.ts", OWN];
  expect(
    namers.filter(
      (file) => !/^(ingest|gate|disclosure|retention|backup)\//.test(file) && !allowed.includes(file),
    ),
  ).toEqual([]);
});

test("no route reaches the vault through what it imports", () => {
  const reached = new Set<string>();
  const follow = (file: string) => {
    if (reached.has(file) || !files.includes(file)) return;
    reached.add(file);
    for (const next of importsOf(file)) follow(next);
  };
  follow("app.ts");
  expect(reached.size).toBeGreaterThan(8);
  expect(
    [...reached].filter(
      (file) =>
        /^(ingest|gate|disclosure|retention|backup)\//.test(file) || /\bopenVault\b/.test(source(file)),
    ),
  ).toEqual([]);
});

test("A21: the published file holds no observation, no record key and no secret, and reaches no other file", async () => {
  const seen = rowsOf(truths(31), 31);
  const open = await openCity(cubeCity, seen);
  await closeBy(open, CLOSED);
  await run(open.published, sql`CHECKPOINT`);
  const bytes = readdirSync(open.folder)
    .filter((file) => file.startsWith("published"))
    .map((file) => readFileSync(join(open.folder, file)));
  for (const held of bytes) {
    for (const word of ["record_key", "observation", "source_seen"]) expect(held.includes(word)).toBe(false);
    expect(held.includes(SECRET)).toBe(false);
    const key = Buffer.alloc(8);
    for (const row of seen.slice(0, 500)) {
      key.writeBigUInt64LE(row.key);
      expect(held.includes(key)).toBe(false);
    }
  }
  const vault = join(open.folder, "vault.duckdb");
  const ask = (text: string) => open.published.connection.run(text);
  await expect(ask("SELECT * FROM observation")).rejects.toThrow("observation does not exist");
  await expect(ask(`ATTACH '${vault}' AS vault`)).rejects.toThrow(/disabled|Permission/);
  await expect(ask(`SELECT * FROM read_csv('${vault}')`)).rejects.toThrow(/disabled|Permission/);
  await expect(ask(`COPY published_cell TO '${join(open.folder, "out.csv")}'`)).rejects.toThrow(
    /disabled|Permission/,
  );
  await expect(ask("SET enable_external_access = true")).rejects.toThrow();
  await closeCity(open);
});

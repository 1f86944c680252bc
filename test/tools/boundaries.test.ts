import { spawnSync } from "node:child_process";
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";

const root = join(import.meta.dirname, "..", "..");

/** What Biome says, under this project's rules, of a text that stands at that place. */
function lint(place: string, text: string): string {
  const folder = mkdtempSync(join(tmpdir(), "sguardo-planted-"));
  mkdirSync(join(folder, "tools"));
  for (const file of ["biome.json", "tools/domain.grit", "tools/client.grit"])
    copyFileSync(join(root, file), join(folder, file));
  mkdirSync(dirname(join(folder, place)), { recursive: true });
  writeFileSync(join(folder, place), text);
  const biome = join(root, "node_modules", "@biomejs", "biome", "bin", "biome");
  const said = spawnSync(process.execPath, [biome, "lint", "--vcs-enabled=false", place], {
    cwd: folder,
    encoding: "utf8",
  });
  rmSync(folder, { recursive: true });
  return `${said.status === 0 ? "passed" : "failed"} ${said.stdout}${said.stderr}`;
}

test.each([
  ["domain/planted.ts", 'import { rows } from "../server/db.ts";\nrows;', "noRestrictedImports"],
  ["domain/planted.ts", 'import { readFile } from "node:fs/promises";\nreadFile;', "noRestrictedImports"],
  ["domain/planted.ts", "export const now = () => Date.now();", "noRestrictedGlobals"],
  ["domain/planted.ts", "export const chance = () => Math.random();", "randomness are arguments"],
  ["domain/planted.ts", "export const now = () => Temporal.Now.instant();", "randomness are arguments"],
  ["domain/planted.ts", "export const now = () => globalThis.Date.now();", "randomness are arguments"],
  [
    "server/planted.ts",
    'import { DuckDBInstance } from "@duckdb/node-api";\nDuckDBInstance;',
    "noRestrictedImports",
  ],
  ["server/planted.ts", 'import { App } from "../client/App.tsx";\nApp;', "noRestrictedImports"],
  ["client/planted.ts", 'import { rows } from "../server/db.ts";\nrows;', "noRestrictedImports"],
  ["client/panels/planted.ts", 'import { Map } from "maplibre-gl";\nMap;', "noRestrictedImports"],
  ["client/panels/planted.ts", 'export const ask = () => fetch("/api/zones");', "noRestrictedGlobals"],
  ["client/panels/planted.ts", 'export const ask = () => window.fetch("/api/zones");', "by way of window"],
  ["client/panels/planted.ts", "export const go = () => window.history.back();", "by way of window"],
  ["client/panels/planted.ts", "export const where = () => location.search;", "noRestrictedGlobals"],
  ["client/map/planted.ts", 'import { rows } from "../../server/db.ts";\nrows;', "noRestrictedImports"],
  ["server/planted.ts", "export const first = (a: string[]) => a[0]!;", "noNonNullAssertion"],
  ["server/planted.ts", "export default 1;", "noDefaultExport"],
  ["server/planted.ts", "x;\n".repeat(201), "noExcessiveLinesPerFile"],
])("%s may not hold %j", (place, text, rule) => {
  const said = lint(place, text);
  expect(said).toMatch(/^failed/);
  expect(said).toContain(rule);
});

test.each([
  ["client/map/planted.ts", 'import { LngLat } from "maplibre-gl";\n\nexport const place = LngLat;\n'],
  ["client/planted.ts", "export const wide = () => window.innerWidth;\n"],
  ["client/planted.ts", 'import type { Api } from "../server/app.ts";\n\nexport type Its = Api;\n'],
])("%s may hold %j", (place, text) => {
  expect(lint(place, text)).toMatch(/^passed/);
});

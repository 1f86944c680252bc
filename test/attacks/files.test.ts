import { mkdtempSync, writeFileSync } from "node:fs";
import { rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { run, sql } from "../../server/db.ts";
import { filesTell, filesUnder } from "../../server/disclosure/files.ts";
import { passed } from "../../server/disclosure/outcome.ts";
import { closeBy, closeCity, openCity, SECRET } from "./city.ts";
import { CLOSED, cubeCity, rowsOf, truths } from "./cube.ts";

test("A21: what is published holds no observation, key or secret; a vault, a bundle with the secret and a source map would be found", async () => {
  const seen = rowsOf(truths(32), 32);
  const open = await openCity(cubeCity, seen);
  await closeBy(open, CLOSED);
  for (const db of [open.published, open.vault]) await run(db, sql`CHECKPOINT`);
  const hidden = { secret: SECRET, keys: seen.slice(0, 200).map(({ key }) => key) };
  const published = filesUnder(open.folder, (name) => name.startsWith("published"));
  expect(published.length).toBeGreaterThan(0);
  expect(passed(filesTell(published, hidden))).toBe(true);

  const folder = mkdtempSync(join(tmpdir(), "sguardo-files-"));
  const written = (name: string, text: string) => {
    writeFileSync(join(folder, name), text);
    return join(folder, name);
  };
  const weak: [string, string][] = [
    ["records", join(open.folder, "vault.duckdb")],
    ["secret", written("bundle.js", `const s="${SECRET.toString("base64")}"`)],
    ["secret", written("page.js", `key:"${SECRET.toString("hex")}"`)],
    ["maps", written("page.js.map", "{}")],
  ];
  for (const [name, file] of weak) {
    const found = filesTell([file], hidden).figures.filter(({ value }) => value === 1);
    expect(found.map((figure) => figure.name)).toEqual([name]);
  }
  await closeCity(open);
  await rm(folder, { recursive: true });
});

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { root, schemas } from "../../server/config.ts";

test("PRIVACY.md has a line for every table, and for none that is not there", () => {
  const made = [schemas.vault, schemas.published, schemas.accounts].flatMap((path) =>
    [...readFileSync(path, "utf8").matchAll(/^CREATE TABLE (\w+)/gm)].map(([, name]) => name),
  );
  const lines = readFileSync(join(root, "PRIVACY.md"), "utf8")
    .split("\n")
    .filter((line) => line.startsWith("| `"));
  const told = lines.flatMap((line) =>
    [...(line.split("|")[1] ?? "").matchAll(/`(\w+)`/g)].map(([, name]) => name),
  );
  expect([...new Set(told)].sort()).toEqual([...new Set(made)].sort());
});

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { ATTACKS } from "../../server/disclosure/outcome.ts";

const here = import.meta.dirname;
const table = readFileSync(join(here, "README.md"), "utf8");

test("A01 to A21: every attack has its row, and every file of a row makes it", () => {
  for (const id of ATTACKS) {
    const [, , files = "", weak = ""] =
      table
        .split("\n")
        .find((line) => line.startsWith(`| ${id} |`))
        ?.split(" | ") ?? [];
    const named = [...files.matchAll(/`([^`]+)`/g)].map(([, name]) => name ?? "");
    expect([id, named.length > 0]).toEqual([id, true]);
    expect([id, weak.replace(" |", "")]).not.toEqual([id, "–"]);
    for (const name of named.filter((one) => one !== "audit"))
      expect(readFileSync(join(here, `${name}.test.ts`), "utf8"), `${id} in ${name}`).toMatch(
        new RegExp(`\\b${id}\\b`),
      );
  }
});

test("every test file here is in the table", () => {
  const files = readdirSync(here).filter((file) => file.endsWith(".test.ts") && file !== "claimed.test.ts");
  for (const file of files) expect(table).toContain(`\`${file.replace(".test.ts", "")}\``);
});

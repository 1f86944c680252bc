import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { z } from "zod";

const root = join(import.meta.dirname, "..", "..");
const Lock = z.object({
  packages: z.record(
    z.string(),
    z.object({
      integrity: z.string().optional(),
      resolved: z.string().optional(),
      link: z.boolean().optional(),
    }),
  ),
});

/** Packages of a lock file that are not held to their bytes, or that come from elsewhere than npm's registry. */
function loose(text: string): string[] {
  const { packages } = Lock.parse(JSON.parse(text));
  const held = ({ integrity, resolved, link }: z.infer<typeof Lock>["packages"][string]) =>
    !link &&
    /^sha512-[\w+/]{86}==$/.test(integrity ?? "") &&
    (resolved === undefined || resolved.startsWith("https://registry.npmjs.org/"));
  return Object.entries(packages)
    .filter(([place, one]) => place !== "" && !held(one))
    .map(([place]) => place);
}

test("every package is held to its bytes, and comes from npm's registry", () => {
  expect(loose(readFileSync(join(root, "package-lock.json"), "utf8"))).toEqual([]);
  const integrity = `sha512-${"a".repeat(86)}==`;
  const packages = {
    "": {},
    "node_modules/held": { integrity },
    "node_modules/unheld": {},
    "node_modules/weak": { integrity: "sha1-abc" },
    "node_modules/elsewhere": { integrity, resolved: "https://evil.test/x.tgz" },
    "node_modules/git": { resolved: "git+ssh://git@github.com/x/y.git#1" },
    "node_modules/linked": { integrity, link: true },
  };
  expect(loose(JSON.stringify({ packages }))).toEqual(Object.keys(packages).slice(2));
});

test("the bill of materials names every direct dependency, without asking a registry", () => {
  const tool = join(root, "node_modules", "@cyclonedx", "cyclonedx-npm", "bin", "cyclonedx-npm-cli.js");
  const asked = ["--package-lock-only", "--output-format", "JSON", "--output-file", "-"];
  const { stdout } = spawnSync(process.execPath, [tool, ...asked], {
    cwd: root,
    encoding: "utf8",
    maxBuffer: 64 * 1024 * 1024,
    env: { ...process.env, npm_config_offline: "true" },
  });
  const Bill = z.object({
    bomFormat: z.literal("CycloneDX"),
    components: z.array(z.object({ name: z.string(), group: z.string().optional() })),
  });
  const named = new Set(
    Bill.parse(JSON.parse(stdout)).components.map(({ group, name }) => (group ? `${group}/${name}` : name)),
  );
  const manifest = z
    .object({ dependencies: z.record(z.string(), z.string()) })
    .parse(JSON.parse(readFileSync(join(root, "package.json"), "utf8")));
  expect(Object.keys(manifest.dependencies).filter((name) => !named.has(name))).toEqual([]);
});

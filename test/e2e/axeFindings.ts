import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import type { Page } from "playwright-core";
import { painted } from "./journey.ts";

const axe = readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

type Finding = { id: string; impact: string; nodes: { target: string[]; failureSummary: string }[] };

/** What axe finds against WCAG 2.2 AA and its good practices; evaluated, since the page lets no script in. */
export async function axeFindings(page: Page): Promise<string[]> {
  await painted(page);
  await page.evaluate(await axe);
  const { violations } = (await page.evaluate(
    `axe.run(document, { runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] })`,
  )) as { violations: Finding[] };
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(
      ({ target, failureSummary }) => `${id} ${target.join(" ")}: ${failureSummary.split("\n")[1]?.trim()}`,
    ),
  );
}

import { writeFile } from "node:fs/promises";
import type { Command } from "commander";
import { InvalidArgumentError } from "commander";
import { counted } from "../counted.ts";
import { audit } from "../disclosure/audit.ts";
import { failures, reportIn } from "../disclosure/report.ts";
import { langOf } from "../startWords.ts";
import { configOf, type Folders, networkCommand, say } from "./options.ts";
import { servedNetwork } from "./servedNetwork.ts";
import { noteDone } from "./trail.ts";

type Options = Folders & { lang?: string; out?: string; seeds: number };

/** `audit`: attacks the network's own published numbers and writes a report; fails when an attack succeeds. */
export const auditCommand = (): Command =>
  networkCommand("audit")
    .description(
      "attack the published numbers of a data folder (server stopped) and write a report for whoever answers for data protection",
    )
    .option("--lang <it|en>", "language of the report (default: that of the network)")
    .option("--out <file>", "write the report there, as Markdown (default: standard output)")
    .option("--seeds <n>", "how often the noise is drawn", draws, 5)
    .action(async ({ seeds, out, ...options }: Options) => {
      const config = configOf(options);
      const { network, networkOn } = await servedNetwork(config);
      const lang = langOf(options.lang, {}, network.locale);
      const report = await audit({
        ...{ network, networkOn, data: config.data, seeds },
        onStep: (attacks, done, total) => process.stderr.write(`${done + 1}/${total} ${attacks}\n`),
      });
      const text = reportIn(lang, report);
      if (out === undefined) say(text);
      else await writeFile(out, text);
      const failed = failures(report);
      const detail = { seeds, failed: failed.length };
      await noteDone(config.data, network, {
        action: "audit.made",
        object: `network/${network.id}`,
        detail,
      });
      if (failed.length === 0) return;
      const ids = failed.map(({ id }) => id).join(", ");
      throw new Error(
        `${counted(failed.length, "attack")} succeeded beyond the bound: ${ids}. The report says which figures.`,
      );
    });

function draws(text: string): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 1 || value > 50)
    throw new InvalidArgumentError(`"${text}" is not a whole number from 1 to 50.`);
  return value;
}

import { Command } from "commander";
import { adviceCommand } from "./commands/advice.ts";
import { auditCommand } from "./commands/audit.ts";
import { backupCommand, restoreCommand } from "./commands/backup.ts";
import { checkCommand } from "./commands/check.ts";
import { closeCommand } from "./commands/close.ts";
import { compareCommand } from "./commands/compare.ts";
import { coverageCommand } from "./commands/coverage.ts";
import { emergingCommand } from "./commands/emerging.ts";
import { gapsCommand } from "./commands/gaps.ts";
import { importCommand, importsCommand, undoCommand } from "./commands/import.ts";
import { overlapsCommand } from "./commands/overlaps.ts";
import { retentionCommand } from "./commands/retention.ts";
import { simulateCommand } from "./commands/simulate.ts";
import { trailCommand } from "./commands/trail.ts";
import { usersCommand } from "./commands/users.ts";
import { plainError } from "./plainError.ts";

/** `npm run sguardo -- …`: what is done to a network without a browser. */
const program = new Command("sguardo")
  .description("Zone monitoring for a network of services: check, simulate, import, close, and ask.")
  .showHelpAfterError()
  .addCommand(checkCommand())
  .addCommand(simulateCommand())
  .addCommand(importCommand())
  .addCommand(importsCommand())
  .addCommand(undoCommand())
  .addCommand(closeCommand())
  .addCommand(retentionCommand())
  .addCommand(backupCommand())
  .addCommand(restoreCommand())
  .addCommand(coverageCommand())
  .addCommand(gapsCommand())
  .addCommand(compareCommand())
  .addCommand(overlapsCommand())
  .addCommand(adviceCommand())
  .addCommand(usersCommand())
  .addCommand(emergingCommand())
  .addCommand(auditCommand())
  .addCommand(trailCommand());

// Whatever is written is its owner's, DuckDB's log beside the vault included.
process.umask(0o077);
// Whoever reads only the first lines (`… | head`) closes the pipe: that is no failure.
process.stdout.on("error", ({ code }: NodeJS.ErrnoException) => process.exit(code === "EPIPE" ? 0 : 1));
try {
  await program.parseAsync();
} catch (error) {
  console.error(plainError(error));
  process.exitCode = 1;
}

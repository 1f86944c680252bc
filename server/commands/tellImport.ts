import { counted } from "../counted.ts";
import type { ImportReport } from "../ingest/report.ts";
import { type Folders, foldersAgain, say } from "./options.ts";

/** Says what became of a file, and how to take it back: a line that can be pasted, with the folders it was given. */
export function tellImport(report: ImportReport, folders: Folders): void {
  const rows = `${counted(report.rows, "row")}, ${report.encoding}, "${report.delimiter}"`;
  say(`${report.dryRun ? "Dry run, nothing written. " : ""}${report.file}: ${rows}.`);
  say(`  accepted   ${report.accepted}`);
  say(`  refused    ${report.refused.reduce((sum, { count }) => sum + count, 0)}`);
  for (const { reason, count, firstLines } of report.refused)
    say(`    ${count} × ${reason} (${linesText(firstLines, count)})`);
  say(`  duplicates ${report.duplicates}`);
  if (report.late > 0) say(`  late       ${report.late} of those accepted`);
  for (const { field, value, count } of report.unknown)
    say(`  unknown ${field} "${value}": ${counted(count, "row")}`);
  for (const warning of report.warnings) say(`  note: ${warning}`);
  if (report.refusedFile) say(`Refused rows, with the reason of each: ${report.refusedFile}`);
  if (!report.id) return;
  say(`Import id: ${report.id} (undo with: npm run sguardo -- undo ${report.id}${foldersAgain(folders)})`);
}

const linesText = (first: readonly number[], count: number) =>
  `${first.length === 1 ? "line" : "lines"} ${first.join(", ")}${count > first.length ? " …" : ""}`;

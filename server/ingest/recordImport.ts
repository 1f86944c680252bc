import { randomBytes } from "node:crypto";
import { type Db, run, sql } from "../db.ts";
import type { Inspected } from "./inspectFile.ts";
import type { ImportReport } from "./report.ts";

/** What a database keeps of an import. */
type Recorded = {
  kind: ImportReport["kind"];
  file: Inspected;
  today: string;
  accepted: number;
  refused: number;
  duplicates: number;
};

/** Notes an import in its database. @returns its id, the day it was made and eight random letters */
export async function recordImport(inside: Db, told: Recorded): Promise<string> {
  const { kind, file, today, accepted, refused, duplicates } = told;
  const id = `${today}-${randomBytes(4).toString("hex")}`;
  await run(
    inside,
    sql`INSERT INTO import VALUES
      (${id}, ${kind}, ${file.name}, ${file.digest}, ${today}::DATE, ${accepted}, ${refused}, ${duplicates})`,
  );
  return id;
}

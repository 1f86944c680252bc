import { randomBytes } from "node:crypto";

/** The name of an import: the day it was made and eight random letters. */
export function newImportId(today: string): string {
  return `${today}-${randomBytes(4).toString("hex")}`;
}

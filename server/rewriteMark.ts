import { join } from "node:path";
import type { Database } from "./migrate.ts";

/** Beside a database from which something was deleted that is still in its bytes. */
export const rewriteMark = (data: string, database: Database): string => join(data, `${database}.rewrite`);

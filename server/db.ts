import { chmod, readFile, rename, rm } from "node:fs/promises";
import {
  type DuckDBConnection,
  DuckDBDataChunk,
  DuckDBInstance,
  type DuckDBValue,
  type JS,
  JSToDuckDBValueConverter,
} from "@duckdb/node-api";
import type { z } from "zod";

/** A query whose every value is bound, never pasted. */
export type Query = { text: string; values: DuckDBValue[] };

/** A query whose every `${value}` is bound, never pasted: sql`… WHERE zone = ${zone}`. */
export const sql = (strings: TemplateStringsArray, ...values: DuckDBValue[]): Query => ({
  text: strings.reduce((text, part, i) => `${text}$${i}${part}`),
  values,
});

/** One connection to one open DuckDB file, and what is being asked on it. */
export type Db = {
  readonly connection: DuckDBConnection;
  readonly instance: DuckDBInstance;
  readonly underWay: Set<Promise<unknown>>;
  closed: boolean;
};

const overConnection = (connection: DuckDBConnection, instance: DuckDBInstance): Db => ({
  ...{ connection, instance },
  ...{ underWay: new Set(), closed: false },
});

// DuckDB deadlocks, or crashes, when a connection is closed under a statement: each is known until it is over.
async function on<T>(db: Db, work: (connection: DuckDBConnection) => Promise<T>): Promise<T> {
  if (db.closed) throw new Error("This database was closed: nothing more can be asked of it.");
  const asked = work(db.connection);
  db.underWay.add(asked);
  try {
    return await asked;
  } finally {
    db.underWay.delete(asked);
  }
}

/**
 * Opens a DuckDB file, made by `schema` when it is new. Nothing outside the file can be reached from its SQL.
 * @param path file, or ":memory:"
 * @param schema absolute path of the SQL that makes a new file
 * @throws Error when another process holds the file, in words that say so
 */
export async function openDb(path: string, schema: string): Promise<Db> {
  const instance = await DuckDBInstance.create(path, { threads: "2" }).catch((error: Error) => {
    throw inUse(path, error);
  });
  const connection = await instance.connect();
  const made = await connection.runAndReadAll("SELECT 1 FROM duckdb_tables() WHERE table_name = 'meta'");
  if (made.currentRowCount === 0) await connection.run(`BEGIN; ${await readFile(schema, "utf8")}; COMMIT;`);
  await connection.run("SET enable_external_access = false");
  return overConnection(connection, instance);
}

/**
 * Writes a closed DuckDB file anew from the rows it has, so that what was deleted from it is nowhere in its bytes.
 * Whole or not at all: killed half-way, the file is as it was.
 */
export async function rewriteDb(path: string): Promise<void> {
  const written = `${path}.rewritten`;
  await rm(written, { force: true });
  const instance = await DuckDBInstance.create(":memory:", { threads: "2" });
  const connection = await instance.connect();
  try {
    await connection.run(`ATTACH '${path.replaceAll("'", "''")}' AS old (READ_ONLY)`);
    await connection.run(`ATTACH '${written.replaceAll("'", "''")}' AS new`);
    await connection.run("COPY FROM DATABASE old TO new");
    await connection.run("DETACH new; DETACH old");
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
  await chmod(written, 0o600);
  await rename(written, path);
}

/** Reads nothing and changes nothing. @throws Error when another process holds the file, in words that say so */
export async function refuseHeld(path: string): Promise<void> {
  const instance = await DuckDBInstance.create(path, { access_mode: "READ_ONLY" }).catch((error: Error) => {
    throw inUse(path, error);
  });
  instance.closeSync();
}

function inUse(path: string, error: Error): Error {
  if (!/could not set lock/i.test(error.message)) return error;
  const pid = /PID (\d+)/.exec(error.message)?.[1];
  return new Error(
    `${path} is in use by another Sguardo${pid ? ` (process ${pid})` : ""}: stop it, then run this again. Nothing was changed.`,
  );
}

/** Closes the file once what is being asked of it has been answered; nothing more can be asked from now on. */
export async function closeDb(db: Db): Promise<void> {
  db.closed = true;
  await Promise.allSettled(db.underWay);
  db.connection.closeSync();
  db.instance.closeSync();
}

/** Rows of a question, each checked by its schema. Cast BIGINT, sums and counts in SQL. */
export async function rows<S extends z.ZodType>(db: Db, schema: S, query: Query): Promise<z.infer<S>[]> {
  const reader = await on(db, (connection) => connection.runAndReadAll(query.text, query.values));
  return reader.getRowObjectsJS().map((row) => schema.parse(row));
}

/**
 * A question whose columns are DOUBLEs without NULL, column by column: for very many rows. They are taken in parts, so that
 * others are answered in between.
 */
export async function numbers<C extends string>(
  db: Db,
  names: readonly C[],
  query: Query,
): Promise<Record<C, Float64Array>> {
  const columns = names.map((name) => ({ name, values: [] as number[] }));
  await on(db, async (connection) => {
    const result = await connection.run(query.text, query.values);
    for (let chunk = await result.fetchChunk(); chunk?.rowCount; chunk = await result.fetchChunk()) {
      for (const [i, { values }] of columns.entries())
        for (const value of chunk.getColumnValues(i)) values.push(Number(value));
    }
  });
  const made = columns.map(({ name, values }) => [name, Float64Array.from(values)]);
  return Object.fromEntries(made) as Record<C, Float64Array>;
}

/** Runs a statement that answers nothing. */
export async function run(db: Db, query: Query): Promise<void> {
  await on(db, (connection) => connection.run(query.text, query.values));
}

/** Runs statements of ours that hold no value from outside. */
export async function runScript(db: Db, text: string): Promise<void> {
  await on(db, (connection) => connection.run(text));
}

/** Adds many rows at once: one list per column, in the table's order. Dates and timestamps are JS dates (UTC). */
export async function append(db: Db, table: string, columns: readonly (readonly JS[])[]): Promise<void> {
  const appender = await on(db, (connection) => connection.createAppender(table));
  const types = Array.from({ length: appender.columnCount }, (_, i) => appender.columnType(i));
  const CHUNK = 2048;
  for (let row = 0; row < (columns[0]?.length ?? 0); row += CHUNK) {
    const chunk = DuckDBDataChunk.create(types);
    const part = columns.map((column) => column.slice(row, row + CHUNK));
    chunk.setColumnsConverted(part, JSToDuckDBValueConverter);
    appender.appendDataChunk(chunk);
  }
  appender.closeSync();
}

/** All or nothing, on a connection of its own: commits when `work` ends, rolls back when it throws. */
export function transaction<T>(db: Db, work: (inside: Db) => Promise<T>): Promise<T> {
  return on(db, async () => {
    const inside = overConnection(await db.instance.connect(), db.instance);
    try {
      await runScript(inside, "BEGIN TRANSACTION");
      const result = await work(inside);
      await runScript(inside, "COMMIT");
      return result;
    } catch (error) {
      // What another part of the work still asks would be done for good after the rollback.
      inside.closed = true;
      await Promise.allSettled(inside.underWay);
      await inside.connection.run("ROLLBACK").catch(() => undefined);
      throw error;
    } finally {
      inside.closed = true;
      await Promise.allSettled(inside.underWay);
      inside.connection.closeSync();
    }
  });
}

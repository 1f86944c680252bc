import { existsSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import type { Network } from "../../domain/network.ts";
import { counted } from "../counted.ts";
import { closeDb, type Db, rows, run, sql, transaction } from "../db.ts";
import { openPublished, openVault } from "../store.ts";
import { type ClosedDays, closedDays, closedIn } from "./lateDays.ts";
import { quoted } from "./quoted.ts";

const ImportRow = z.object({
  id: z.string(),
  kind: z.enum(["observations", "outings"]),
  file: z.string(),
  imported_on: z.string(),
  accepted: z.number(),
  refused: z.number(),
  duplicate: z.number(),
});
export type ImportRow = z.infer<typeof ImportRow>;

/** What an undo did; `kept`: rows that go later; `notes` are for the person who asked. */
export type Undone = { id: string; kind: ImportRow["kind"]; removed: number; kept: number; notes: string[] };

/** Every import of a data folder, oldest first. */
export async function listImports(data: string, network: Network): Promise<ImportRow[]> {
  const lists = [];
  for (const open of [openVaultIfMade, openPublishedIfMade]) {
    const db = await open(data, network);
    if (!db) continue;
    lists.push(await importsOf(db).finally(() => closeDb(db)));
  }
  return lists.flat().sort((a, b) => a.imported_on.localeCompare(b.imported_on) || a.id.localeCompare(b.id));
}

/**
 * Takes a whole import back. Published cells of closed periods never change, and what else holds the same days goes on
 * counting the same rows, or the difference between the two would tell them: such rows go with the close of their year,
 * in which they do not count. After outings the caller refreshes presence.
 * @throws Error when no import has that id
 */
export async function undoImport(data: string, network: Network, id: string): Promise<Undone> {
  const found = (await listImports(data, network)).find((row) => row.id === id);
  if (!found) throw new Error(`import ${quoted(id)}: there is none in ${data}. Nothing was changed.`);
  if (found.kind === "outings") return undoOutings(data, network, id);
  const closed = await closedOf(data, network);
  const vault = await openVault(data, network);
  try {
    const { removed, kept } = await takeBack(vault, id, closed);
    return { id, kind: found.kind, removed, kept, notes: notesOf(kept) };
  } finally {
    await closeDb(vault);
  }
}

async function closedOf(data: string, network: Network): Promise<ClosedDays[]> {
  const published = await openPublishedIfMade(data, network);
  if (!published) return [];
  return closedDays(published).finally(() => closeDb(published));
}

async function takeBack(
  vault: Db,
  id: string,
  closed: readonly ClosedDays[],
): Promise<{ removed: number; kept: number }> {
  const undone = await transaction(vault, async (inside) => {
    const removed = await removeRows(inside, id, closed);
    const [left] = await rows(
      inside,
      z.object({ kept: z.number() }),
      sql`SELECT count(*)::INTEGER AS kept FROM observation WHERE import_id = ${id}`,
    );
    if (left?.kept) await run(inside, sql`INSERT INTO withdrawn VALUES (${id})`);
    await run(inside, sql`DELETE FROM covered WHERE import_id = ${id}`);
    await run(inside, sql`DELETE FROM late WHERE import_id = ${id}`);
    await run(inside, sql`DELETE FROM source_seen WHERE import_id = ${id}`);
    await run(inside, sql`DELETE FROM import WHERE id = ${id}`);
    return { removed, kept: left?.kept ?? 0 };
  });
  // So that what was deleted leaves the log as well.
  await run(vault, sql`CHECKPOINT`);
  return undone;
}

/** The rows of days nothing closed holds, those that came late, and those of closed years: no other close counts them. */
async function removeRows(inside: Db, id: string, closed: readonly ClosedDays[]): Promise<number> {
  const from = closedIn(closed);
  const gone = await rows(inside, z.object({ day: z.string() }), {
    text: `${from.text} DELETE FROM observation o WHERE import_id = $2 AND (
        NOT EXISTS (FROM closed WHERE o.day BETWEEN closed."from" AND closed."to")
        OR EXISTS (FROM closed WHERE year AND o.day BETWEEN closed."from" AND closed."to")
        OR EXISTS (FROM late l WHERE l.import_id = o.import_id AND l.day = o.day))
      RETURNING o.day::VARCHAR AS day`,
    values: [...from.values, id],
  });
  return gone.length;
}

function notesOf(kept: number): string[] {
  if (kept === 0) return [];
  return [
    `${counted(kept, "row is of a day", "rows are of days")} that a closed period holds, whose numbers never change. ` +
      "In the months and quarters still open they go on counting, or the difference would tell them; in the year they do not, and with its close (1 March) they are deleted.",
  ];
}

async function undoOutings(data: string, network: Network, id: string): Promise<Undone> {
  const published = await openPublished(data, network);
  try {
    const removed = await transaction(published, async (inside) => {
      const [were] = await rows(
        inside,
        z.object({ removed: z.number() }),
        sql`SELECT count(*)::INTEGER AS removed FROM outing WHERE import_id = ${id}`,
      );
      await run(inside, sql`DELETE FROM outing WHERE import_id = ${id}`);
      await run(inside, sql`DELETE FROM import WHERE id = ${id}`);
      return were?.removed ?? 0;
    });
    return { id, kind: "outings", removed, kept: 0, notes: [] };
  } finally {
    await closeDb(published);
  }
}

function importsOf(db: Db): Promise<ImportRow[]> {
  return rows(
    db,
    ImportRow,
    sql`SELECT id, kind, file, imported_on::VARCHAR AS imported_on, accepted, refused, duplicate FROM import`,
  );
}

async function openVaultIfMade(data: string, network: Network): Promise<Db | undefined> {
  return existsSync(join(data, "vault.duckdb")) ? openVault(data, network) : undefined;
}

async function openPublishedIfMade(data: string, network: Network): Promise<Db | undefined> {
  return existsSync(join(data, "published.duckdb")) ? openPublished(data, network) : undefined;
}

import { existsSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import type { Network } from "../../domain/network.ts";
import { counted } from "../counted.ts";
import { closeDb, type Db, rows, run, sql, transaction } from "../db.ts";
import { openPublished, openVault } from "../store.ts";
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

/** What an undo did; `notes` are for the person who asked. */
export type Undone = { id: string; kind: ImportRow["kind"]; removed: number; notes: string[] };

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
 * Takes a whole import back. Published cells of closed periods never change; after outings the caller refreshes presence.
 * @throws Error when no import has that id
 */
export async function undoImport(data: string, network: Network, id: string): Promise<Undone> {
  const found = (await listImports(data, network)).find((row) => row.id === id);
  if (!found) throw new Error(`import ${quoted(id)}: there is none in ${data}. Nothing was changed.`);
  if (found.kind === "outings") return undoOutings(data, network, id);
  const vault = await openVault(data, network);
  try {
    const { removed, first } = await takeBack(vault, id);
    return { id, kind: found.kind, removed, notes: await closedNotes({ data, network, first }) };
  } finally {
    await closeDb(vault);
  }
}

async function takeBack(vault: Db, id: string): Promise<{ removed: number; first: string | null }> {
  const undone = await transaction(vault, async (inside) => {
    const [were] = await rows(
      inside,
      z.object({ removed: z.number(), first: z.string().nullable() }),
      sql`SELECT count(*)::INTEGER AS removed, min(day)::VARCHAR AS first FROM observation WHERE import_id = ${id}`,
    );
    await run(inside, sql`DELETE FROM observation WHERE import_id = ${id}`);
    await run(inside, sql`DELETE FROM covered WHERE import_id = ${id}`);
    await run(inside, sql`DELETE FROM late WHERE import_id = ${id}`);
    await run(inside, sql`DELETE FROM source_seen WHERE import_id = ${id}`);
    await run(inside, sql`DELETE FROM import WHERE id = ${id}`);
    return were ?? { removed: 0, first: null };
  });
  // So that what was deleted leaves the log as well.
  await run(vault, sql`CHECKPOINT`);
  return undone;
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
    return { id, kind: "outings", removed, notes: [] };
  } finally {
    await closeDb(published);
  }
}

async function closedNotes(of: { data: string; network: Network; first: string | null }): Promise<string[]> {
  if (of.first === null) return [];
  const published = await openPublishedIfMade(of.data, of.network);
  if (!published) return [];
  const closed = await rows(
    published,
    z.object({ period: z.string() }),
    sql`SELECT period FROM closed_period WHERE day_to >= ${of.first}::DATE ORDER BY day_to, period`,
  );
  await closeDb(published);
  if (closed.length === 0) return [];
  const names = [...new Set([closed[0]?.period, closed.at(-1)?.period])].join(" to ");
  return [
    `Published cells do not change: figures of ${counted(closed.length, "closed period")} (${names}) may still count the removed rows.`,
  ];
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

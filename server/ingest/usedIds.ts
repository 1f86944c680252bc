import { z } from "zod";
import type { Network } from "../../domain/network.ts";
import { closeDb, type Db, rows, sql } from "../db.ts";
import { openVault } from "../store.ts";

const Id = z.object({ id: z.string() });

/**
 * The services and needs that records or closed periods name, and whether there are any of these at all. The vault is open
 * only while this runs; what it holds changes by imports only, for which the server is stopped.
 */
export async function usedIds({
  data,
  network,
  published,
}: {
  data: string;
  network: Network;
  published: Db;
}) {
  const ids = async (db: Db, query: ReturnType<typeof sql>) =>
    (await rows(db, Id, query)).map(({ id }) => id);
  const shown = await ids(
    published,
    sql`SELECT DISTINCT need AS id FROM published_cell WHERE need IS NOT NULL`,
  );
  const out = await ids(published, sql`SELECT DISTINCT service AS id FROM outing`);
  const closed = await ids(published, sql`SELECT period AS id FROM closed_period LIMIT 1`);
  const vault = await openVault(data, network);
  try {
    const seenBy = await ids(
      vault,
      sql`SELECT service AS id FROM observation UNION SELECT service FROM week_count`,
    );
    const needs = await ids(vault, sql`SELECT need AS id FROM observation UNION SELECT need FROM week_count`);
    return {
      services: new Set([...out, ...seenBy]),
      needs: new Set([...shown, ...needs]),
      any: [out, closed, seenBy].some((found) => found.length > 0),
    };
  } finally {
    await closeDb(vault);
  }
}

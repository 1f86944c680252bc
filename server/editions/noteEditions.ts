import { z } from "zod";
import type { Accounts } from "../accounts/Accounts.ts";
import { loginsOf } from "../accounts/loginsOf.ts";
import type { Note } from "../accounts/trail.ts";
import { type Db, rows, sql } from "../db.ts";
import type { Edition } from "./history.ts";

/** An edition as soon as it is written. */
export type Written = Pick<Edition, "number" | "takes_effect">;

export const publishedNote = ({ number, takes_effect }: Written): Omit<Note, "who"> => ({
  action: "network.published",
  object: `edition/${number}`,
  detail: { takes_effect },
});

/** Editions that a killed process wrote and did not note, noted now by the server, with the login of who published them. */
export async function noteEditions(
  accounts: Pick<Accounts, "db" | "trail">,
  editions: readonly Edition[],
): Promise<void> {
  const login = await loginsOf(accounts);
  for (const edition of await notNoted(accounts.db, editions)) {
    const { detail, ...note } = publishedNote(edition);
    const by = login(edition.by);
    await accounts.trail.note({ who: "server", ...note, detail: { ...detail, ...(by && { by }) } });
  }
}

const Named = z.object({ object: z.string() });
const Start = z.object({ seq: z.number().nullable(), at: z.number().nullable() });

/** Where the trail lost its oldest months, what it said of the editions of then went with them. */
async function notNoted(db: Db, editions: readonly Edition[]): Promise<Edition[]> {
  const noted = await rows(db, Named, sql`SELECT object FROM audit WHERE action = 'network.published'`);
  const known = new Set(noted.map(({ object }) => object));
  const [start] = await rows(db, Start, sql`SELECT min(seq) AS seq, min(noted_at) AS at FROM audit`);
  const from = (start?.seq ?? 1) > 1 ? (start?.at ?? 0) : 0;
  return editions.filter(
    ({ number, published_at }) =>
      number > 0 && !known.has(`edition/${number}`) && Date.parse(published_at) >= from,
  );
}

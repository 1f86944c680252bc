import { type Db, rows, sql } from "../db.ts";
import { Entry } from "./trailEntry.ts";

/** The whole trail with commas, oldest first; the digests can be computed anew from what stands there. */
export async function trailCsv(db: Db): Promise<string> {
  const entries = await rows(db, Entry, sql`SELECT * FROM audit ORDER BY seq`);
  const lines = entries.map(({ seq, noted_at, login, role, action, object, detail, digest }) =>
    [seq, new Date(noted_at).toISOString(), login, role, action, object, detail, digest].map(cell).join(),
  );
  return `${["seq,at,login,role,action,object,detail,digest", ...lines].join("\r\n")}\r\n`;
}

/** No cell is a formula to who opens the file in a spreadsheet. */
function cell(value: string | number): string {
  const text = /^[=+\-@\t]/.test(String(value)) ? `'${value}` : String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

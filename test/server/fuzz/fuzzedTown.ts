import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { ROLES } from "../../../server/access.ts";
import { root } from "../../../server/config.ts";
import { rows, sql } from "../../../server/db.ts";
import { openTown, thirdQuarter, zonesBySlot } from "../town.ts";
import { seed } from "./hostile.ts";

/** What an answer may never hold: a stack, a path of this machine, words of the database. */
export const INSIDE =
  /\n\s+at |node_modules|\.[tj]s:\d|node:internal|DuckDB|Binder Error|Catalog Error|Parser Error/;

/** What is wrong with an answer, if anything: a failure, a refusal in no words of ours, or a sight of the inside. */
export function faultOf({ status, type, text }: Told, data: string): string | null {
  if (status >= 500) return `failed (${status})`;
  if (status >= 400 && !type.startsWith("application/problem+json")) return `${status} without a reason`;
  if (status >= 400 && (INSIDE.test(text) || text.includes(root) || text.includes(data)))
    return "tells the inside";
  return null;
}
type Told = { status: number; type: string; text: string };

/** The town, asked badly: every answer is looked at, and what there is can be compared with what there was. */
export async function fuzzedTown() {
  const town = await openTown(async (published) => {
    await thirdQuarter(published);
    await zonesBySlot(published);
  });
  const apps = new Map(ROLES.map((role) => [role as string, town.as(role)]));
  const sent = { all: 0, refused: 0 };
  return {
    ...town,
    sent,
    /** The status of an answer that is what an answer may be. @throws Error when it is not */
    answered: async (role: string, request: Request): Promise<number> => {
      sent.all += 1;
      const answer = await (apps.get(role) ?? town.as("public")).request(request);
      const text = await answer.text();
      if (answer.status >= 400) sent.refused += 1;
      const { status, headers } = answer;
      const fault = faultOf({ status, type: headers.get("content-type") ?? "", text }, town.data);
      if (fault)
        throw new Error(`${fault}: ${request.method} ${request.url} as ${role}: ${text.slice(0, 300)}`);
      return answer.status;
    },
    /** The network's own files: draft and editions, byte by byte. */
    files: async (): Promise<string> => {
      const hash = createHash("sha256");
      for (const folder of ["draft", "editions"]) {
        const found = await readdir(join(town.data, folder), { recursive: true }).catch(() => []);
        for (const file of found.sort())
          hash.update(file).update(await readFile(join(town.data, folder, file)).catch(() => ""));
      }
      return hash.digest("hex");
    },
    /** What questions are answered from, and who may sign in. */
    kept: async () => [
      await rows(town.published, Text, published),
      await rows(
        town.accounts.db,
        Text,
        sql`SELECT string_agg(account::VARCHAR, ';' ORDER BY id) AS said FROM account`,
      ),
    ],
    close: async () => {
      console.log(`${sent.all} inputs, ${sent.refused} refused (SGUARDO_FUZZ_SEED=${seed})`);
      await town.close();
    },
  };
}

const Text = z.object({ said: z.string() });
const published = sql`SELECT concat_ws(' ', (SELECT count(*) FROM outing), (SELECT count(*) FROM published_cell),
  (SELECT count(*) FROM closed_period), (SELECT count(*) FROM presence_hour), (SELECT count(*) FROM duckdb_tables())) AS said`;

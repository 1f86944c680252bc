import { z } from "zod";
import { Finding } from "../../domain/emerging/reading.ts";
import type { Network } from "../../domain/network.ts";
import { addDays, parsePeriod, periodOf } from "../../domain/period.ts";
import { rows, sql } from "../db.ts";
import type { AuditCopy } from "./auditCopy.ts";
import type { Outcome } from "./outcome.ts";

/** A16: of everything said to grow in any close, the share said of fewer than five records in a zone, or ten elsewhere. */
export async function growthsTold(
  { published, vault }: Pick<AuditCopy, "published" | "vault">,
  { needs }: Pick<Network, "needs">,
): Promise<Outcome> {
  const Told = z.object({ epoch: z.string(), findings: z.string() });
  const told = await rows(
    published,
    Told,
    sql`SELECT epoch, json_extract(reading, '$.findings')::VARCHAR AS findings FROM emerging`,
  );
  const small: boolean[] = [];
  for (const { epoch, findings } of told) {
    for (const finding of z
      .array(Finding)
      .parse(JSON.parse(findings))
      .filter(({ weeks }) => weeks !== null)) {
      const sensitive = needs.find(({ id }) => id === finding.need)?.sensitive ?? false;
      const least = finding.kind === "zone" && !sensitive ? 5 : 10;
      small.push((await countIn(vault, epoch, finding)) < least);
    }
  }
  const value = small.length > 0 ? small.filter(Boolean).length / small.length : null;
  return { id: "A16", tried: small.length, figures: [{ name: "small", value, atMost: 0 }] };
}

async function countIn(
  vault: AuditCopy["vault"],
  epoch: string,
  { need, zones, weeks }: Finding,
): Promise<number> {
  const { from } = parsePeriod(epoch);
  const window = Array.from(
    { length: weeks ?? 0 },
    (_, back) => periodOf("week", addDays(from, -7 * back)).id,
  );
  const [count] = await rows(
    vault,
    z.object({ n: z.number() }),
    sql`SELECT coalesce(sum(n), 0)::INTEGER AS n FROM week_count
        WHERE need = ${need} AND list_contains(from_json(${JSON.stringify(window)}, '["VARCHAR"]'), week)
          AND (${zones.length} = 0 OR list_contains(from_json(${JSON.stringify(zones)}, '["VARCHAR"]'), "zone"))`,
  );
  return count?.n ?? 0;
}

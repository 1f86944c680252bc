import { z } from "zod";
import type { Network } from "../domain/network.ts";
import type { Accounts } from "./accounts/Accounts.ts";
import type { Trail } from "./accounts/trail.ts";
import { type Db, rows, sql } from "./db.ts";
import type { Desk } from "./editions/Desk.ts";
import type { InForce } from "./editions/networkInForce.ts";
import type { Warning } from "./network/NetworkRefused.ts";
import { notPublished } from "./notPublished.ts";
import type { Provider } from "./oidc/provider.ts";
import type { OwnEntries } from "./ownEntries.ts";

/** What questions are answered from. The vault is not among them. */
export type Sources = {
  network: Network & { warnings?: readonly Warning[] };
  /** The network a day counted in, where its zones, slots or needs meant something else than today. */
  latticeOn?: InForce["latticeOn"];
  published: Db;
  basemap: Readonly<Record<string, string>>;
  /** How many of the closed weeks found unread are read by now; `null`: none is being read. */
  readings?: { pending: () => Pending | null };
  /** Where the network is edited; not there where it is only asked (the command line). */
  desk?: Desk;
  /** What a service entered in the last days: for its own operators only. */
  ownEntries?: (service: string) => Promise<OwnEntries>;
  /** Who may sign in. */
  accounts?: Accounts;
  /** Where it is noted who did what. */
  trail?: Trail;
  /** The identity provider one may sign in at. */
  oidc?: Provider;
};

export type Pending = { done: number; total: number };

export const ClosedPeriod = z.object({
  id: z.string(),
  kind: z.enum(["week", "month", "quarter", "year"]),
  from: z.string(),
  to: z.string(),
  closed_at: z.string(),
});
export type ClosedPeriod = z.infer<typeof ClosedPeriod>;

/** A period in a question; whether it is closed is for `closedPeriod` to say. */
export const PeriodQuery = z.object({
  period: z.string("expected a closed period like 2026-W37, 2026-09, 2026-Q3 or 2026"),
});

/** In which words to answer what a network is: none = today's. */
export const ThenQuery = z.object({
  period: z
    .string()
    .optional()
    .describe("a closed period: the zones, slots and needs it was counted in, where they are not today's"),
});

/** @throws 400, the constant refusal, for a period that is named and not closed */
export async function refuseOpen({ published }: Pick<Sources, "published">, period: string | undefined) {
  if (period !== undefined) await closedPeriod(published, period);
}

/** All closed periods, newest first. */
export const closedPeriods = (published: Db) =>
  rows(
    published,
    ClosedPeriod,
    sql`SELECT period AS id, kind, day_from::VARCHAR AS "from", day_to::VARCHAR AS "to",
          strftime(closed_at, '%Y-%m-%dT%H:%M:%SZ') AS closed_at
        FROM closed_period ORDER BY day_to DESC, day_from DESC`,
  );

/** The closed period of that id. @throws 400, the constant refusal: to come, open, never heard of, or no period at all */
export async function closedPeriod(published: Db, id: string): Promise<ClosedPeriod> {
  const found = (await closedPeriods(published)).find((period) => period.id === id);
  if (!found) throw notPublished();
  return found;
}

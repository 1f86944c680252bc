import { z } from "zod";
import { localOf } from "../domain/civilTime.ts";
import type { Network } from "../domain/network.ts";
import { addDays } from "../domain/period.ts";
import { oneByOne } from "./accounts/Accounts.ts";
import { everyNight } from "./accounts/everyNight.ts";
import { firstInvite } from "./accounts/firstInvite.ts";
import { closeAccounts, openAccounts } from "./accounts/openAccounts.ts";
import type { Trail } from "./accounts/trail.ts";
import { closeDue, closedNote } from "./closeDue.ts";
import type { Config } from "./config.ts";
import { closeDb, type Db, rows, run, sql } from "./db.ts";
import { refuseExposed } from "./edge/edgeOptions.ts";
import { openDesk } from "./editions/openDesk.ts";
import { fillDemo } from "./fillDemo.ts";
import { checkViews } from "./gate/checkViews.ts";
import { scheduleCloses } from "./gate/scheduleCloses.ts";
import { checkViewsEver } from "./gate/usedViews.ts";
import { usedIds } from "./ingest/usedIds.ts";
import { loadBasemap } from "./network/basemap.ts";
import { loadNetwork } from "./network/loadNetwork.ts";
import { nightly } from "./nightly.ts";
import { openProvider } from "./oidc/openProvider.ts";
import { ownEntries } from "./ownEntries.ts";
import { refreshPresence } from "./presence.ts";
import { readings } from "./readings/readings.ts";
import type { Sources } from "./sources.ts";
import { langOf } from "./startWords.ts";
import { openPublished } from "./store.ts";

/** `invite`: the path of the link by which the first coordinator comes in. */
type Running = { sources: Sources; invite: string | null; close: () => Promise<void> };

/**
 * Opens a network for serving: checks the whole folder and its view list before anything is written, fills the demo at
 * its first start, closes what is due now and then on time, keeps presence up to date, and reads what was closed.
 */
export async function openNetwork(config: Config): Promise<Running> {
  const network = await loadNetwork(config.network);
  refuseExposed(config, network.simulated);
  const basemap = await loadBasemap(config.network);
  checkViews(network);
  const oidc = await openProvider(config, network);
  const { data } = config;
  const lang = langOf(config.lang, process.env, network.locale);
  if (network.simulated) await fillDemo({ network, data, lang, now: Date.now() });
  const published = await openPublished(data, network);
  await checkViewsEver(published, network);
  const used = await usedIds({ data, network, published });
  const atVault = oneByOne();
  const closeWhatIsDue = () => atVault(() => closeDue({ network, published, data, lang }));
  const closedAtStart = await closeWhatIsDue();
  const accounts = await openAccounts({ data, network, secure: config.publicUrl?.protocol === "https:" });
  const note = (closed: string[]) => noteClosed(accounts.trail, closed);
  await note(closedAtStart);
  await bringPresenceUpToDate(published, network);
  const reading = readings({ network, published, data, lang });
  await atVault(reading.start);
  const desk = await openDesk({
    ...{ data, seed: config.network, timezone: network.timezone, used: () => used, now: Date.now },
    checkLists: (next) => checkViewsEver(published, next),
    onPublished: async () => undefined,
  });
  const night = everyNight(accounts, async () => undefined);
  const own = (service: string) => atVault(() => ownEntries({ data, network, now: Date.now() }, service));
  const answers = { network, published, basemap, readings: reading, desk, ownEntries: own };
  const sources = { ...answers, accounts, trail: accounts.trail, ...oidc };
  const atNight = nightly({ network, published, data, backup: config.backup, accounts });
  const schedule = scheduleCloses(network, async () => {
    const closed = await closeWhatIsDue();
    await note(closed);
    if (closed.length > 0) await bringPresenceUpToDate(published, network);
    if (reading.pending() === null) await atVault(() => atNight(Date.now()));
    await atVault(reading.start);
  });
  return {
    sources,
    invite: await firstInvite(accounts),
    close: async () => {
      await schedule.stop();
      await reading.stop();
      night.stop();
      closeAccounts(accounts);
      closeDb(published);
    },
  };
}

async function noteClosed(trail: Trail, closed: readonly string[]): Promise<void> {
  if (closed.length > 0) await trail.note({ who: "server", ...closedNote(closed) });
}

/** Presence from the first outing or closed period (or today) to eight weeks ahead; before that there is none. */
export async function bringPresenceUpToDate(published: Db, network: Network): Promise<void> {
  const today = localOf(Date.now(), network.timezone).date;
  const [first] = await rows(
    published,
    z.object({ day: z.string().nullable() }),
    sql`SELECT strftime(min(day), '%Y-%m-%d') AS day FROM
          (SELECT min(started_at)::DATE AS day FROM outing UNION ALL SELECT min(day_from) FROM closed_period)`,
  );
  const from = first?.day ? addDays(first.day, -1) : today;
  await refreshPresence(published, network, { from, to: addDays(today, 56) });
  // Outings taken back may have been older than every one that is left.
  await run(published, sql`DELETE FROM presence_hour WHERE day < ${from}::DATE`);
}

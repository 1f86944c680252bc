import { Cron } from "croner";
import type { Network } from "../domain/network.ts";
import { everyNight } from "./accounts/everyNight.ts";
import { firstInvite } from "./accounts/firstInvite.ts";
import { closeAccounts, openAccounts } from "./accounts/openAccounts.ts";
import type { Trail } from "./accounts/trail.ts";
import { bringPresenceUpToDate } from "./bringPresenceUpToDate.ts";
import { closeDue, closedNote } from "./closeDue.ts";
import type { Config } from "./config.ts";
import { closeDb } from "./db.ts";
import { refuseExposed } from "./edge/edgeOptions.ts";
import { history } from "./editions/history.ts";
import { holdToServed } from "./editions/holdToServed.ts";
import { type InForce, networkInForce } from "./editions/networkInForce.ts";
import { noteEditions } from "./editions/noteEditions.ts";
import { openDesk } from "./editions/openDesk.ts";
import { fillDemo } from "./fillDemo.ts";
import { checkViews } from "./gate/checkViews.ts";
import { checkViewsEver } from "./gate/usedViews.ts";
import { usedIds } from "./ingest/usedIds.ts";
import { live } from "./live.ts";
import { loadBasemap } from "./network/basemap.ts";
import { nightly } from "./nightly.ts";
import { ofTheirTime } from "./ofTheirTime.ts";
import { openProvider } from "./oidc/openProvider.ts";
import { oneByOne } from "./oneByOne.ts";
import { ownEntries } from "./ownEntries.ts";
import { serving } from "./serving.ts";
import type { Sources } from "./sources.ts";
import { langOf } from "./startWords.ts";
import { openPublished } from "./store.ts";

type App<E> = Parameters<typeof live<E>>[0];

/**
 * An open network. `live`: the app made of its sources, made anew whenever another edition comes into force. `invite`: the
 * path of the link by which the first coordinator comes in.
 */
export type Running = {
  readonly sources: Sources;
  inForce: Pick<InForce, "number" | "seedChanged">;
  invite: string | null;
  live: <E>(make: App<E>) => Pick<ReturnType<typeof live<E>>, "fetch">;
  close: () => Promise<void>;
};

/**
 * Opens a network for serving: checks the whole folder and its view list before anything is written, fills the demo at
 * its first start, closes what is due now and then on time, keeps presence up to date, and reads what was closed. When
 * another edition is published or its day comes, what goes on stops as at a restart and goes on with that one.
 */
export async function openNetwork(config: Config, now = Date.now): Promise<Running> {
  const inForce = await networkInForce(config, now());
  const ground = await openGround(config, inForce, now);
  const exchange = oneByOne();
  const desk = await openDesk({
    ...{ data: config.data, seed: config.network, timezone: inForce.network.timezone },
    ...{ used: ground.used, now },
    checkLists: (next) => checkViewsEver(ground.open.published, next, served.network),
    onPublished: () => exchange(follow).catch(tell),
  });
  let [served, beside] = [inForce, serving({ ...ground.open, ...inForce })];
  const sourcesNow = (): Sources => ({
    ...ground.always,
    network: served.network,
    latticeOn: served.latticeOn,
    readings: beside.readings,
    desk,
    ownEntries: (service) => ground.ownEntries(served.network, service),
  });
  let sources = sourcesNow();
  let through = (work: () => Promise<Sources>): Promise<unknown> => work();
  let quiet = async (): Promise<void> => undefined;
  async function follow(): Promise<void> {
    const next = await networkInForce(config, now());
    if (next.number === served.number) return;
    await beside.stop();
    try {
      await through(async () => {
        await bringPresenceUpToDate(ground.open.published, next.network, next.networkOn);
        [served, beside] = [next, serving({ ...ground.open, ...next })];
        sources = sourcesNow();
        return sources;
      });
    } catch (error) {
      beside = serving({ ...ground.open, ...served });
      throw error;
    } finally {
      await beside.start();
    }
  }
  await beside.start();
  const timezone = { timezone: inForce.network.timezone, unref: true };
  const night = everyNight(ground.always.accounts, desk.beginAnew);
  const clock = new Cron("1 0 * * * *", { ...timezone, catch: tell }, () => exchange(follow));
  return {
    get sources() {
      return sources;
    },
    inForce,
    invite: ground.invite,
    live: (make) => {
      const app = live((of: Sources) => ofTheirTime(make, of), sources);
      through = app.exchange;
      quiet = app.quiet;
      return app;
    },
    close: async () => {
      // Before the exchange: a publication under way may be waiting for one.
      await quiet();
      await exchange(async () => {
        clock.stop();
        night.stop();
        await beside.stop();
        await ground.close();
      });
    },
  };
}

/** What stays open whichever edition is in force. */
async function openGround(config: Config, inForce: InForce, now: () => number) {
  const { network } = inForce;
  const { data } = config;
  const basemap = await loadBasemap(config.network);
  const oidc = await openProvider(config, network);
  const { published, closed } = await prepare(config, inForce, now());
  const atVault = oneByOne();
  let used = await usedIds({ data, network, published });
  const accounts = await openAccounts({ data, network, secure: config.publicUrl?.protocol === "https:" });
  await noteClosed(accounts.trail, closed);
  await noteEditions(accounts, await history(data));
  const afterClose = async (since: readonly string[]) => {
    await noteClosed(accounts.trail, since);
    used = await atVault(() => usedIds({ data, network, published }));
  };
  const lang = langOf(config.lang, process.env, network.locale);
  return {
    used: () => used,
    ownEntries: (of: Network, service: string) =>
      atVault(() => ownEntries({ data, network: of, now: now() }, service)),
    always: { published, basemap, accounts, trail: accounts.trail, ...oidc },
    invite: await firstInvite(accounts),
    open: {
      ...{ published, data, lang, afterClose, atVault },
      atNight: (of: Network) => nightly({ network: of, published, data, backup: config.backup, accounts }),
    },
    close: async () => {
      await closeAccounts(accounts);
      await closeDb(published);
    },
  };
}

/** Checks everything before anything is written; then the demo is filled, what is due is closed. */
async function prepare(config: Config, { network, networkOn }: InForce, now: number) {
  refuseExposed(config, network.simulated);
  checkViews(network);
  const { data } = config;
  const lang = langOf(config.lang, process.env, network.locale);
  if (network.simulated) await fillDemo({ network, data, lang, now });
  const published = await openPublished(data, network);
  await checkViewsEver(published, network);
  await holdToServed({ config, network, published });
  const closed = await closeDue({ network, networkOn, published, data, lang });
  await bringPresenceUpToDate(published, network, networkOn);
  return { published, closed };
}

async function noteClosed(trail: Trail, closed: readonly string[]): Promise<void> {
  if (closed.length > 0) await trail.note({ who: "server", ...closedNote(closed) });
}

function tell(error: unknown): void {
  const text = error instanceof Error ? error.message : String(error);
  process.stderr.write(
    `Another edition could not be brought into force, the next attempt is at the full hour: ${text}\n`,
  );
}

import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createApp } from "../../../server/app.ts";
import { closeDb, type Db } from "../../../server/db.ts";
import { openDesk } from "../../../server/editions/openDesk.ts";
import { checkViewsEver } from "../../../server/gate/usedViews.ts";
import { usedIds } from "../../../server/ingest/usedIds.ts";
import { loadNetwork } from "../../../server/network/loadNetwork.ts";
import { openPublished } from "../../../server/store.ts";
import { townFolder } from "../town.ts";
import { as } from "../visitors.ts";

/** A morning in November. */
export const NOVEMBER = Date.UTC(2026, 10, 23, 9);

export type Row = Record<string, unknown>;
type Answered = { status: number; body: Record<string, unknown> };

/** The town with a desk over real files, at a time that can be set; nothing runs beside it. */
export async function openTownDesk(
  fill: (published: Db) => Promise<void> = async () => undefined,
  { simulated = true }: { simulated?: boolean } = {},
) {
  const folder = await mkdtemp(join(tmpdir(), "sguardo-desk-"));
  const [seed, data] = [join(folder, "seed"), join(folder, "data")];
  await cp(townFolder, seed, { recursive: true });
  const file = join(seed, "network.json");
  if (!simulated)
    await writeFile(file, (await readFile(file, "utf8")).replace('"simulated": true', '"simulated": false'));
  const network = await loadNetwork(seed);
  const published = await openPublished(data, network);
  await fill(published);
  const clock = { now: NOVEMBER };
  const changeOver: { onPublished: () => Promise<void> } = { onPublished: async () => undefined };
  const openAgain = async () =>
    openDesk({
      ...{ data, seed, timezone: network.timezone, now: () => clock.now },
      used: await usedIds({ data, network, published }).then((used) => () => used),
      checkLists: (next) => checkViewsEver(published, next, network),
      onPublished: () => changeOver.onPublished(),
    });
  const town = { desk: await openAgain() };
  const ask = async (method: string, path: string, body?: unknown): Promise<Answered> => {
    const app = createApp({ network, published, basemap: {}, desk: town.desk }, as("coordinator"));
    const headers = { "content-type": "application/json", origin: "http://localhost" };
    const init = body === undefined ? { method, headers } : { method, headers, body: JSON.stringify(body) };
    const answer = await app.request(`/api/${path}`, init);
    return { status: answer.status, body: (await answer.json()) as Answered["body"] };
  };
  return {
    ...{ seed, data, clock, published, ask, changeOver },
    desk: () => town.desk,
    reopen: async () => {
      town.desk = await openAgain();
    },
    rows: async (part: string) =>
      (await ask("GET", `draft/${part}`)).body as { revision: number; rows: Row[] },
    /** The network folder as it is now, published. */
    adopt: () => town.desk.adopt({ by: "command line", note: "By hand", noted: async () => undefined }),
    /** Writes a part of the draft anew from its rows. */
    edit: async (part: string, change: (rows: Row[]) => Row[]) => {
      const { body } = await ask("GET", `draft/${part}`);
      const { revision, rows } = body as { revision: number; rows: Row[] };
      return ask("PUT", `draft/${part}`, { revision, rows: change(structuredClone(rows)) });
    },
    publish: async (note = "A change") => {
      const { body } = await ask("GET", "draft/settings");
      return ask("POST", "draft/publish", { revision: body["revision"], note });
    },
    discard: async () => {
      const { body } = await ask("GET", "draft/settings");
      return ask("DELETE", "draft", { revision: body["revision"] });
    },
    close: async () => {
      await closeDb(published);
      await rm(folder, { recursive: true });
    },
  };
}

export type TownDesk = Awaited<ReturnType<typeof openTownDesk>>;

/** A service that starts to go out. */
export const bikeUnit: Row = {
  id: "bike",
  name: "Bike unit",
  name_it: "Unità in bici",
  name_en: "Bike unit",
  initials: "BK",
  aims: "care",
  needs: "food;health",
  color: "#1b9e77",
};
/** Its only turn. */
export const bikeTurn: Row = {
  id: "bike-evening",
  service: "bike",
  zones: "fields",
  freq: "WEEKLY",
  interval: "1",
  byday: "MO,WE",
  wkst: "MO",
  dtstart: "2026-01-05",
  opens_at: "18:00",
  closes_at: "20:00",
  holidays: "closed",
};

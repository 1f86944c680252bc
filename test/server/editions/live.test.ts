import { cp, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createApp } from "../../../server/app.ts";
import { configure } from "../../../server/config.ts";
import { closeDb } from "../../../server/db.ts";
import { loadNetwork } from "../../../server/network/loadNetwork.ts";
import { openNetwork, type Running } from "../../../server/openNetwork.ts";
import { openPublished } from "../../../server/store.ts";
import { thirdQuarter, townFolder } from "../town.ts";
import { as } from "../visitors.ts";
import { bikeTurn, bikeUnit, NOVEMBER, type Row } from "./openTownDesk.ts";

let folder: string;
let running: Running;
let fetch: (request: Request) => Promise<Response>;

/** The town as a network of its own: no simulation, one closed quarter. */
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "sguardo-live-"));
  const [network, data] = [join(folder, "network"), join(folder, "data")];
  await cp(townFolder, network, { recursive: true });
  const file = join(network, "network.json");
  await writeFile(file, (await readFile(file, "utf8")).replace('"simulated": true', '"simulated": false'));
  const published = await openPublished(data, await loadNetwork(network));
  await thirdQuarter(published);
  await closeDb(published);
  await writeFile(join(data, "secret"), "the secret of a town in a test …");
  await open();
});

async function open() {
  const [network, data] = [join(folder, "network"), join(folder, "data")];
  running = await openNetwork(configure({ network, data }, {}), () => NOVEMBER);
  const app = running.live((sources) => createApp(sources, as("coordinator")).fetch);
  fetch = (request) => app.fetch(request, {});
}
afterAll(async () => {
  await running?.close();
  await rm(folder, { recursive: true });
});

const ask = async (method: string, path: string, body?: unknown) => {
  const headers = { "content-type": "application/json", origin: "http://localhost" };
  const url = `http://localhost/api/${path}`;
  const init = body === undefined ? { method, headers } : { method, headers, body: JSON.stringify(body) };
  const answer = await fetch(new Request(url, init));
  return { status: answer.status, body: await answer.json() };
};

test("a new service, published, answers the next question without a restart, and nobody is refused meanwhile", async () => {
  const before = await ask("GET", "coverage?period=2026-Q3");
  expect(JSON.stringify(before.body)).not.toContain('"bike"');
  for (const [part, row] of [
    ["services", bikeUnit],
    ["schedules", bikeTurn],
  ] as [string, Row][]) {
    const { body } = await ask("GET", `draft/${part}`);
    const put = await ask("PUT", `draft/${part}`, { revision: body.revision, rows: [...body.rows, row] });
    expect(put.body.problems).toEqual([]);
  }
  const { body } = await ask("GET", "editions");
  const publishing = ask("POST", "draft/publish", { revision: body.draft.revision, note: "The bike unit" });
  const meanwhile: Promise<{ status: number; body: Row[] }>[] = [];
  let done = false;
  void publishing.finally(() => {
    done = true;
  });
  while (!done) {
    meanwhile.push(ask("GET", "services"));
    await new Promise((next) => setTimeout(next, 5));
  }
  expect((await publishing).body).toMatchObject({ edition: 1 });
  const services = (await ask("GET", "services")).body as Row[];
  expect(services.map(({ id }) => id)).toContain("bike");
  const after = await ask("GET", "coverage?period=2026-Q3");
  expect(JSON.stringify(after.body)).toContain('"bike"');
  const answers = await Promise.all(meanwhile);
  expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 200));
  expect(new Set(answers.map(({ body: { length } }) => length))).toEqual(new Set([4, 5]));
});

test("what goes on beside the answers goes on with the edition in force", async () => {
  expect(running.sources.network.services).toHaveLength(5);
  expect((await ask("POST", "editions/0/restore")).status).toBe(200);
  const { body } = await ask("GET", "draft/services");
  await ask("POST", "draft/publish", { revision: body.revision, note: "Not yet" });
  expect(running.sources.network.services).toHaveLength(4);
  expect(JSON.stringify((await ask("GET", "coverage?period=2026-Q3")).body)).not.toContain('"bike"');
  expect((await ask("GET", "editions")).body).toMatchObject({ current: 2, draft: null });
});

test("an edition whose server was killed before it was noted is noted at the next start", async () => {
  const { body } = await ask("GET", "draft/services");
  const renamed = body.rows.map((row: Row) => ({ ...row, name_en: `${row["name"]} again` }));
  const saved = await ask("PUT", "draft/services", { revision: body.revision, rows: renamed });
  const noted = () => Promise.reject(new Error("killed"));
  const asked = { note: "Names", by: "a-coordinator", noted };
  const publishing = running.sources.desk?.publish({ ...asked, revision: saved.body.revision });
  await expect(publishing).rejects.toThrow("killed");
  await running.close();
  await open();
  expect((await ask("GET", "editions")).body).toMatchObject({ current: 3, draft: null });
  const { entries } = (await ask("GET", "audit?kind=network")).body;
  expect(entries.map(({ login, object }: Row) => [login, object])).toEqual([
    ["server", "edition/3"],
    ["", "edition/2"],
    ["", "edition/1"],
  ]);
});

test("a network that begins anew is served from its folder, without editions or a draft", async () => {
  const { body } = await ask("GET", "draft/services");
  await ask("PUT", "draft/services", { revision: body.revision, rows: [...body.rows, bikeUnit] });
  const saved = await ask("GET", "editions");
  await ask("POST", "draft/publish", { revision: saved.body.draft.revision, note: "Again" });
  const left = (await ask("GET", "draft/services")).body;
  const [first, ...others] = left.rows;
  const renamed = { revision: left.revision, rows: [{ ...first, name_it: "Un altro nome" }, ...others] };
  expect((await ask("PUT", "draft/services", renamed)).body.problems).toEqual([]);
  expect(running.sources.network.services).toHaveLength(5);
  await running.sources.desk?.beginAnew();
  expect(running.sources.network.services).toHaveLength(4);
  expect((await ask("GET", "editions")).body).toEqual({
    current: 0,
    editions: [],
    withdrawn: [],
    draft: null,
  });
  const page = await ask("PUT", "draft/services", { ...renamed, revision: renamed.revision + 1 });
  expect(page.status).toBe(409);
  const kept = await readdir(join(folder, "data"));
  expect(kept).not.toContain("editions");
  await running.sources.desk?.beginAnew();
});

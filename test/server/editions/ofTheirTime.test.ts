import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createApp } from "../../../server/app.ts";
import { configure } from "../../../server/config.ts";
import { openNetwork, type Running } from "../../../server/openNetwork.ts";
import { as } from "../visitors.ts";
import type { Row } from "./openTownDesk.ts";
import { makeTwoLattices } from "./twoLattices.ts";

let folder: string;
let running: Running;
let fetch: (request: Request) => Promise<Response>;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "sguardo-then-"));
  const folders = { network: join(folder, "network"), data: join(folder, "data") };
  await makeTwoLattices(folders);
  running = await openNetwork(configure(folders, {}));
  const app = running.live((sources) => createApp(sources, as("coordinator")).fetch);
  fetch = (request) => app.fetch(request, {});
});
afterAll(async () => {
  await running?.close();
  await rm(folder, { recursive: true });
});

const ask = async (path: string) => {
  const answer = await fetch(new Request(`http://localhost/api/${path}`));
  return { status: answer.status, body: await answer.json() };
};
const zonesOf = async (path: string) =>
  (await ask(path)).body.features.map(({ properties }: Row) => (properties as Row)["id"]);

test("today's zones are answered, and those of a period that was counted in others when it is named", async () => {
  expect(await zonesOf("zones")).toEqual(["port", "market", "hill", "fields"]);
  expect(await zonesOf("zones?period=2026-Q3")).toEqual(["port", "market", "hill", "fields"]);
  expect(await zonesOf("zones?period=2025-Q4")).toEqual(["harbour", "market", "hill", "fields"]);
  const { periods } = (await ask("network")).body;
  const lattices = new Map(periods.map(({ id, lattice }: Row) => [id, lattice]));
  expect(["2026-Q3", "2026-W30", "2025-Q4", "2025-W45"].map((id) => lattices.get(id))).toEqual([
    -1, -1, 0, 0,
  ]);
});

test("a period is asked about in its own zones: none of today's is said to lack what was never counted in it", async () => {
  for (const [period, zone] of [
    ["2025-Q4", "harbour"],
    ["2026-Q3", "port"],
  ]) {
    const gaps = await ask(`gaps?period=${period}&needs=health`);
    expect(gaps.body.zones.map((row: Row) => row["zone"])).toEqual([zone, "market", "hill", "fields"]);
    const compare = await ask(`compare?period=${period}&a=notte&b=mattina&needs=health`);
    expect([period, compare.status]).toEqual([period, 200]);
    const why = await ask(`why?period=${period}&zone=${zone}&slot=notte&need=health`);
    expect([period, why.status, why.body.shown?.value]).toEqual([period, 200, 40]);
  }
  for (const stranger of [
    "why?period=2026-Q3&zone=harbour",
    "why?period=2025-Q4&zone=port",
    "zones?period=2024-Q1",
  ])
    expect([stranger, (await ask(stranger)).status]).toEqual([stranger, 400]);
});

test("an hour belongs to the slot it belonged to then: 21 was evening, and is night", async () => {
  const slots = async (period: string) => {
    const { body } = await ask(`coverage?period=${period}`);
    return body.visits.slot;
  };
  expect(new Set(await slots("2025-Q4"))).toEqual(new Set(["sera"]));
  expect(new Set(await slots("2026-Q3"))).toEqual(new Set(["sera", "notte"]));
});

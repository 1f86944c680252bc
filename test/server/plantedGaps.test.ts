import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { actList, lookList } from "../../domain/gapLists.ts";
import { gapField } from "../../domain/gaps/gapField.ts";
import { gapsOf } from "../../domain/gaps/gapsOf.ts";
import type { Network } from "../../domain/network.ts";
import { overlapField } from "../../domain/overlapField.ts";
import { inSlot } from "../../domain/week.ts";
import { root } from "../../server/config.ts";
import { closeDb, type Db } from "../../server/db.ts";
import { gapSource } from "../../server/gaps.ts";
import { closePeriods } from "../../server/gate/closePeriods.ts";
import { importObservations } from "../../server/ingest/importObservations.ts";
import { importOutings } from "../../server/ingest/importOutings.ts";
import { loadNetwork } from "../../server/network/loadNetwork.ts";
import { refreshPresence } from "../../server/presence.ts";
import type { Truths } from "../../server/simulate/truths.ts";
import { writeSimulation } from "../../server/simulate/writeSimulation.ts";
import { openPublished, openSecret, openVault } from "../../server/store.ts";
import { firstDay, lastDay, twoYears } from "./simulate/reading.ts";

let data: string;
let network: Network;
let published: Db;
let truths: Truths;

beforeAll(async () => {
  data = await mkdtemp(join(tmpdir(), "sguardo-planted-"));
  network = await loadNetwork(join(root, "data", "cesena"));
  const out = join(data, "simulated");
  ({ truths } = await writeSimulation(network, { ...twoYears, out }));
  const to = { network, data, mapping: {}, values: {}, dryRun: false, today: twoYears.until };
  await importOutings({ ...to, file: join(out, "outings.csv") });
  await importObservations({ ...to, file: join(out, "observations.csv") });
  published = await openPublished(data, network);
  const vault = await openVault(data, network);
  const now = Date.parse(`${twoYears.until}T12:00:00Z`);
  const secret = await openSecret(data, { vault, published });
  await closePeriods({ published, vault, secret, network, now });
  closeDb(vault);
  await refreshPresence(published, network, { from: firstDay, to: lastDay });
}, 60_000);
afterAll(async () => {
  closeDb(published);
  await rm(data, { recursive: true });
});

const listsOf = async (period: string, { slot, need }: { slot: string; need: string }) => {
  const field = gapField(await gapSource({ network, published, basemap: {} }, period), [need]);
  const shape = network.slots.find(({ id }) => id === slot);
  const all = Array.from({ length: 168 }, (_, hour) => hour);
  const zones = gapsOf(
    field,
    all.filter((hour) => shape && inSlot(shape, hour % 24)),
  );
  return { act: actList(zones).map(({ id }) => id), look: lookList(zones).map(({ id }) => id) };
};

test("over a year each planted gap tops the act list of its slot and need", async () => {
  expect(truths.gaps).toHaveLength(2);
  for (const gap of truths.gaps) {
    const { act } = await listsOf("2025", gap);
    expect(act[0], `${gap.zone} ${gap.slot} ${gap.need}`).toBe(gap.zone);
  }
});

test("in every quarter a planted gap is to be acted on, or at least to be looked at", async () => {
  for (const gap of truths.gaps) {
    for (const period of ["2025-Q1", "2025-Q2", "2025-Q3", "2025-Q4", "2026-Q1", "2026-Q2", "2026-Q3"]) {
      const { act, look } = await listsOf(period, gap);
      expect([...act, ...look], `${period} ${gap.need}`).toContain(gap.zone);
    }
  }
});

test("the planted contrast of aims tops the overlaps, over a year and in every quarter", async () => {
  const { contrast } = truths;
  expect(contrast).not.toBeNull();
  for (const period of [
    "2025",
    "2025-Q1",
    "2025-Q2",
    "2025-Q3",
    "2025-Q4",
    "2026-Q1",
    "2026-Q2",
    "2026-Q3",
  ]) {
    const source = await gapSource({ network, published, basemap: {} }, period);
    const { services, relations } = network;
    const [first] = overlapField({ ...source, services, relations }).overlaps;
    expect(first, period).toMatchObject({ zone: contrast?.zone, verdict: "contrasting" });
    expect(new Set(first?.services), period).toEqual(new Set(contrast?.services));
    expect(new Set(first?.aims), period).toEqual(new Set(contrast?.aims));
    expect(first?.hours, period).toEqual(expect.arrayContaining(contrast?.hours.slice(0, 3) ?? []));
  }
});

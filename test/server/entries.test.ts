import { afterAll, beforeAll, expect, test } from "vitest";
import { createApp } from "../../server/app.ts";
import { closeDb, run, sql } from "../../server/db.ts";
import { openVault } from "../../server/store.ts";
import { openTown } from "./town.ts";
import { as } from "./visitors.ts";

/** Half past midnight of the 24th in Rome: still the operational day of the 23rd. */
const NOW = Date.parse("2026-11-23T23:30:00Z");

let town: Awaited<ReturnType<typeof openTown>>;
beforeAll(async () => {
  town = await openTown(undefined, { now: () => NOW });
  const vault = await openVault(town.data, town.network);
  const seen: [string, string][] = [
    ["2026-11-23", "night"],
    ["2026-11-17", "night"],
    ["2026-11-16", "night"],
    ["2026-11-23", "day"],
  ];
  for (const [i, [day, service]] of seen.entries())
    await run(
      vault,
      sql`INSERT INTO observation VALUES (${day}::DATE, 'notte', 'harbour', ${service}, 'health', '2-4', 'contact', NULL,
        'i1', ${i})`,
    );
  await closeDb(vault);
});
afterAll(() => town.close());

const ask = (who: ReturnType<typeof as>, service: string) =>
  createApp(town.sources, who).request(`/api/services/${service}/entries`);

test("an operator sees what the own service entered in the last seven operational days, without time, id or key", async () => {
  const answer = await ask(as("operator", "night"), "night");
  const entry = { slot: "notte", zone: "harbour", need: "health", band: "2-4", outcome: "contact" };
  expect(await answer.json()).toEqual({
    from: "2026-11-17",
    to: "2026-11-23",
    entries: [
      { day: "2026-11-17", ...entry },
      { day: "2026-11-23", ...entry },
    ],
  });
});

test("nobody else sees them: no other service, no coordinator, no supervisor, no stranger", async () => {
  expect((await ask(as("operator", "day"), "night")).status).toBe(403);
  expect((await ask(as("operator", "night"), "day")).status).toBe(403);
  for (const role of ["coordinator", "planner", "supervisor"] as const)
    expect((await ask(as(role), "night")).status).toBe(403);
  expect((await ask(as("public"), "night")).status).toBe(401);
});

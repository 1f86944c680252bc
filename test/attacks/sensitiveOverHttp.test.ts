import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Network } from "../../domain/network.ts";
import { passed } from "../../server/disclosure/outcome.ts";
import { toldApart } from "../../server/disclosure/overWire.ts";
import { city, closeBy, keyFrom, type Observation, openCity, randomFrom } from "./city.ts";
import { CLOSED, rowsOf, truths } from "./cube.ts";
import { NIGHT } from "./questions.ts";
import { behindPort, goOut, type Served } from "./served.ts";

const places = [["zone"], ["zone", "slot"], ["aim"], []] as never;
const network = city({
  views: { week: [["zone"], []], month: places, quarter: places },
  sensitive: { month: [["need"], []], quarter: [["zone", "need"], ["zone"], ["need"], []] },
});
/** As if sensitive needs were like any other: the schema lets no network folder do so. */
const { perturbation, floor, threshold } = network.disclosure;
const weakened: Network = {
  ...network,
  disclosure: {
    ...network.disclosure,
    sensitive: { ...network.disclosure.sensitive, perturbation, floor, threshold },
  },
};

const PATHS = ["2026-W20", "2026-05", "2026-Q2"].flatMap((period) => [
  `/api/cells?period=${period}`,
  `/api/coverage?period=${period}`,
  `/api/gaps?period=${period}`,
  `/api/gaps?period=${period}&needs=s0`,
  `/api/overlaps?period=${period}`,
  `/api/why?period=${period}&zone=z0`,
  `/api/why?period=${period}&zone=z0&need=s0`,
  `/api/why?period=${period}&zone=z0&hours=week&need=s0`,
  `/api/compare?period=${period}&${NIGHT}`,
  `/api/compare?period=${period}&${NIGHT}&needs=s0`,
]);

/** Where z0 holds nothing but `n` records of a sensitive need, one by one in the same week, and nothing sensitive is elsewhere. */
async function cityWith(of: Network, n: number): Promise<Served> {
  const others = rowsOf(
    truths(61).filter(({ zone }) => zone !== "z0"),
    61,
  );
  const random = randomFrom(62);
  const few = Array.from(
    { length: n },
    (_, i): Observation => ({
      ...{ zone: "z0", slot: "night", need: "s0", service: i % 2 ? "AA" : "BB", band: "2-4" },
      ...{ day: `2026-05-${12 + i}`, key: keyFrom(random) },
    }),
  );
  const open = await openCity(of, [...others, ...few]);
  await closeBy(open, CLOSED);
  await goOut(open, ["2026-04-01", "2026-06-30"]);
  return behindPort(open);
}

describe("A01: five cities that differ in a sensitive need of one zone, 0 to 4", () => {
  const cities: Served[] = [];
  beforeAll(async () => {
    for (const n of [0, 1, 2, 3, 4]) cities.push(await cityWith(network, n));
  });
  afterAll(async () => {
    for (const served of cities) await served.close();
  });

  test("every answer is the same bytes, by week, month and quarter, sensitive or not", async () => {
    const [none, ...others] = cities;
    if (!none) throw new Error("no city");
    for (const served of others) {
      const told = await toldApart("A01", [none.ask, served.ask], PATHS);
      expect(told.tried).toBe(PATHS.length);
      expect(passed(told)).toBe(true);
    }
    const [cells = ""] = PATHS;
    expect((await none.ask(cells)).status).toBe(200);
    expect((await none.ask("/api/gaps?period=2026-Q2&needs=s0")).status).toBe(200);
  });

  test("withheld from five up like ordinary needs, four would be told from none", async () => {
    const [none, four] = [await cityWith(weakened, 0), await cityWith(weakened, 4)];
    expect(passed(await toldApart("A01", [none.ask, four.ask], PATHS))).toBe(false);
    for (const served of [none, four]) await served.close();
  });
});

import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ROLES } from "../../server/access.ts";
import { createApp } from "../../server/app.ts";
import type { EmergingAnswer } from "../../server/emerging.ts";
import { as } from "../server/visitors.ts";
import {
  EPOCH,
  type Grown,
  grownCity,
  indiscretions,
  openGate,
  smallGrowths,
  type Truth,
} from "./growing.ts";
import { behindPort, type Served, type Wire } from "./served.ts";

const SEEDS = [1, 2, 3, 4, 5];
/** What is answered of a city, and what would be if the gate showed every count as it is. */
type Asked = { answer: EmergingAnswer; weak: EmergingAnswer; grown: Grown };

async function askedOf(seed: number): Promise<Asked> {
  const grown = await grownCity(smallGrowths(seed), seed);
  const served = await behindPort(grown.open);
  const answer = await served.json("/api/emerging");
  await grown.readBy(openGate);
  const weak = await served.json("/api/emerging");
  await served.close();
  return { answer, weak, grown };
}

describe("A16: cities in which nearly everything grows, and nearly all of it is too small to tell", () => {
  const asked: Asked[] = [];
  beforeAll(async () => {
    for (const seed of SEEDS) asked.push(await askedOf(seed));
  }, 120_000);
  const statesOf = (need: string, n: (count: number) => boolean) =>
    asked.flatMap(({ answer: { states }, grown }) =>
      states.state.filter((_, i) => {
        const zone = states.zone[i];
        if (states.need[i] !== need || !zone) return false;
        return n(grown.count({ need, zones: [Number(zone.slice(1))], weeks: 3 }));
      }),
    );

  test("nothing is said of a place or a cluster that the gate withholds, nor of fewer than five or ten", () => {
    expect(asked.flatMap(({ answer, grown }) => indiscretions(answer, grown))).toEqual([]);
  });

  test("0, 1 and 2 are one state: too little to tell", () => {
    const tiny = statesOf("n0", (n) => n <= 2);
    expect(tiny.length).toBe(3 * SEEDS.length);
    expect(new Set(tiny)).toEqual(new Set(["few"]));
  });

  test("three or four, however unlikely, are never said to emerge, and nor are eight in two zones", () => {
    const small = statesOf("n0", (n) => n === 3 || n === 4);
    expect(small.length).toBe(3 * SEEDS.length);
    expect(small.filter((state) => state !== "few" && state !== "norm")).toEqual([]);
    const told = asked.flatMap(({ answer }) => answer.findings.map(({ need }) => need));
    expect(told.filter((need) => need === "n1" || need === "s0")).toEqual([]);
  });

  test("nine are told wherever they are published, so that silence is no accident", () => {
    const nine = statesOf("n0", (n) => n === 9);
    expect(nine.length).toBe(SEEDS.length);
    expect(nine.filter((state) => state === "emerging" || state === "confirmed").length).toBeGreaterThan(3);
  });

  test("a gate that shows every count as it is would be caught by the same questions", () => {
    for (const { weak, grown } of asked) expect(indiscretions(weak, grown).length).toBeGreaterThan(3);
  });
});

/** Small growths, but so many of n0 in one zone; of n0 elsewhere what `keep` keeps. */
const withIn = (seed: number, n: number, keep: (truth: Truth) => boolean): Truth[] => [
  ...smallGrowths(seed).filter((truth) => truth.need !== "n0" || truth.back >= 3 || keep(truth)),
  { zone: "z0", need: "n0", back: 0, n },
];

describe("A01, A12: three cities in which a need grows nowhere, that differ in one window, 0, 1 or 2", () => {
  const cities: Served[] = [];
  beforeAll(async () => {
    for (const n of [0, 1, 2]) {
      const truths = withIn(11, n, () => false);
      cities.push(await behindPort((await grownCity(truths, 11)).open));
    }
  }, 60_000);
  afterAll(async () => {
    for (const served of cities) await served.close();
  });
  const asked = (path: string): Promise<Wire[]> => Promise.all(cities.map(({ ask }) => ask(path)));

  test("what emerges is the same bytes, headers, ETag and length", async () => {
    const [none, one, two] = await asked("/api/emerging");
    expect(none?.status).toBe(200);
    expect(none?.headers.etag).toMatch(/^W\/"\w{20}/);
    expect(one).toEqual(none);
    expect(two).toEqual(none);
  });

  test.each([11, 16])(
    "where it grows nearly everywhere else (seed %i), only classes of what may be told there can differ",
    async (seed) => {
      const answers: EmergingAnswer[] = [];
      for (const n of [0, 1, 2]) {
        const truths = withIn(seed, n, ({ zone }) => zone !== "z0");
        const served = await behindPort((await grownCity(truths, seed)).open);
        answers.push(await served.json("/api/emerging"));
        await served.close();
      }
      const [none, one, two] = answers.map(withoutClasses);
      expect(new Set(none?.states.state)).toEqual(new Set(["few", "told"]));
      expect(one).toEqual(none);
      expect(two).toEqual(none);
      const told = answers.flatMap(({ findings }) => findings.filter(({ need }) => need === "n0"));
      expect(told.flatMap(({ zones }) => zones)).not.toContain("z0");
    },
    60_000,
  );

  test("A13: what was not read, and what is no week, is refused in the same words", async () => {
    const refused = ["2026-W44", "2026-W46", "2019-W01", "2026-Q2", "2026-05-04", "W45", "n0' OR 1=1--", "*"];
    for (const epoch of refused) {
      const [none, one, two] = await asked(`/api/emerging?epoch=${encodeURIComponent(epoch)}`);
      expect([epoch, none?.status]).toEqual([epoch, 400]);
      expect(none?.headers["content-type"]).toContain("application/problem+json");
      expect([one, two]).toEqual([none, none]);
    }
  });

  test("A02: fifty times, with whatever else in the question, and after a restart: the same bytes", async () => {
    const [served] = cities;
    const first = await served?.ask("/api/emerging");
    for (let i = 0; i < 50; i++) expect(await served?.ask(`/api/emerging?_=${i}`)).toEqual(first);
    for (const more of [
      `epoch=${EPOCH}`,
      "needs=n0&zone=z0",
      "limit=1&order=count&having=1",
      "from=2026-05-01",
    ])
      expect(await served?.ask(`/api/emerging?${more}`)).toEqual(first);
    await served?.restart();
    expect(await served?.ask("/api/emerging")).toEqual(first);
  });

  test("A20: every role of the network is answered the same, the public nothing", async () => {
    const [served] = cities;
    if (!served) throw new Error("no city");
    const { network, published } = served.open;
    const bodies = await Promise.all(
      ROLES.map(async (role) => {
        const answer = await createApp({ network, published, basemap: {} }, as(role)).request(
          "/api/emerging",
        );
        return { role, status: answer.status, body: await answer.text() };
      }),
    );
    const { body } = (await served.ask("/api/emerging")) as Wire;
    for (const answer of bodies.filter(({ role }) => role !== "public"))
      expect(answer).toEqual({ role: answer.role, status: 200, body });
    expect(bodies.find(({ role }) => role === "public")?.status).toBe(401);
  });
});

/** An answer without the classes of what may be told: those hang on the movement of the whole city, of which all is part. */
const withoutClasses = (answer: EmergingAnswer) => ({
  ...{ ...answer, findings: [], news: [], epochs: [] },
  states: {
    ...answer.states,
    state: answer.states.state.map((state) => (state === "few" || state === "unknown" ? state : "told")),
  },
});

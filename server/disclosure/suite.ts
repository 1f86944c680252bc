import { existsSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import type { Guess } from "../../domain/disclosure/score.ts";
import { parsePeriod } from "../../domain/period.ts";
import { root } from "../config.ts";
import { rows, run, sql } from "../db.ts";
import { closePeriods } from "../gate/closePeriods.ts";
import { askedUnions, leavesOf, overCompare } from "./askedUnions.ts";
import type { AuditCopy } from "./auditCopy.ts";
import { type Audited, anotherSecret } from "./audited.ts";
import { countedCells } from "./countedCells.ts";
import { filesTell, filesUnder } from "./files.ts";
import { growthsTold } from "./growthsTold.ts";
import type { Outcome } from "./outcome.ts";
import { byInsider, byWholeNumbers, exact, overCells, smallCells } from "./overCells.ts";
import { byRole, changedBy, finerThanDay, repeated, strange, timed } from "./overWire.ts";
import { documented, padded } from "./padding.ts";
import { anyDates, anyWords, everyQuestion } from "./questions.ts";
import { ratesTell } from "./ratesTell.ts";
import type { Ask } from "./wire.ts";

export type Suite = { audited: Audited; copy: AuditCopy; ask: Ask; seeds: number };
type Step = readonly [ids: string, attack: (suite: Suite) => Promise<Outcome[]>];

/** The attacks in the order they are made: those that put records in come last. */
export const STEPS: readonly Step[] = [
  ["A01 A13", async ({ audited }) => [smallOnes(audited), rowsMissing(audited)]],
  ["A02", async ({ ask, audited }) => [await repeated(ask, everyQuestion(audited), 12)]],
  [
    "A04 A05",
    async ({ ask, audited }) => [
      await strange("A04", ask, anyDates(audited)),
      await strange("A05", ask, anyWords(audited)),
    ],
  ],
  ["A03 A06 A07b A08", async (suite) => withAsked(overCells(suite.audited), await unionsAsked(suite))],
  [
    "A07",
    async ({ audited }) => [
      await byWholeNumbers({ ...audited, draws: audited.draws.slice(0, 1) }, (draw) => smallCells(draw, 40)),
    ],
  ],
  ["A10", async (suite) => [paddedOnes(suite)]],
  ["A12", async ({ ask, audited }) => [await ratesTell(ask, audited)]],
  ["A15", async (suite) => [await timesTell(suite)]],
  ["A16", async ({ copy, audited }) => [await growthsTold(copy, audited.network)]],
  ["A17", async (suite) => [await insideOne(suite)]],
  ["A20", async ({ ask, audited }) => [await byRole(ask, everyQuestion(audited))]],
  ["A21", async ({ copy }) => [await filesHeld(copy)]],
  ["A14", async ({ ask, audited }) => [await timesTold(ask, everyQuestion(audited))]],
  ["A09 A09b", async (suite) => [await inserted("A09", suite, 1), await inserted("A09b", suite, 300)]],
];

/** A01: the cells at or under the floor that are published with a number, over HTTP. */
function smallOnes({ own, rule }: Audited): Outcome {
  const small = own.cells.filter((cell, i) => (own.truth[i] ?? 9) <= rule(cell).floor);
  const shown = small.filter(({ value }) => value !== null).length;
  const value = small.length > 0 ? shown / small.length : null;
  return { id: "A01", tried: small.length, figures: [{ name: "shown", value, atMost: 0 }] };
}

/** A13: rows that a cell's content would make come or go; and whether every number is what the documented rule gives. */
const rowsMissing = ({ counted, missing, asDocumented }: Audited): Outcome => ({
  ...{ id: "A13", tried: counted.length },
  figures: [
    { name: "missing", value: missing, atMost: 0 },
    { name: "documented", value: asDocumented },
  ],
});

async function unionsAsked({ ask, audited }: Suite): Promise<Outcome> {
  const { quarter, own, lattice } = audited;
  const sum = overCompare(ask, { period: quarter, slots: lattice.slots });
  const truth = leavesOf(own, quarter);
  const guesses: Guess[] = [];
  for (const slot of lattice.slots)
    guesses.push(...(await askedUnions(sum, { slot, needs: lattice.needs, times: 1, truth })));
  return exact("A03", guesses, 0.55);
}

const withAsked = (outcomes: Outcome[], asked: Outcome): Outcome[] =>
  outcomes.map((one) =>
    one.id === "A03"
      ? {
          ...one,
          tried: one.tried + asked.tried,
          figures: [...one.figures, ...asked.figures.map((figure) => ({ ...figure, name: "asked" }))],
        }
      : one,
  );

function paddedOnes({ audited, copy, seeds }: Suite): Outcome {
  const draws = Array.from({ length: seeds }, (_, seed) =>
    padded(documented(anotherSecret(copy.secret, seed), audited.network), { cells: 150, seed }),
  );
  return exact("A10", draws.flat(), 0.6);
}

/** A15: the same question about withheld cells that hold nothing, and about some that hold 1 to 4, in turn. */
async function timesTell({ ask, audited }: Suite): Promise<Outcome> {
  const { own, quarter } = audited;
  const withheld = own.cells.flatMap(({ period, nodes, value, by }, i) => {
    const { zone, slot, need } = nodes;
    const path = `/api/why?period=${period}&zone=${zone}&slot=${slot}&need=${need}`;
    return period === quarter && by.length === 3 && zone && slot && need && value === null
      ? [{ path, n: own.truth[i] ?? 0 }]
      : [];
  });
  const [empty, small] = [withheld.filter(({ n }) => n === 0), withheld.filter(({ n }) => n > 0 && n <= 4)];
  if (empty.length < 5 || small.length < 5)
    return { id: "A15", tried: 0, figures: [{ name: "area", value: null }] };
  let asked = 0;
  const next = (of: { path: string }[]) => () => ask(of[asked++ % of.length]?.path ?? "");
  return timed([next(empty), next(small)], 1200);
}

/** A17: the service that recorded most, and what it could learn of the others. */
async function insideOne({ audited, copy }: Suite): Promise<Outcome> {
  const { network, quarter } = audited;
  const periods = [...new Set(audited.counted.map(({ period }) => period))];
  let best: { own: number[]; total: number } = { own: [], total: -1 };
  for (const { id } of network.services) {
    const counted = await countedCells({ vault: copy.vault, network, periods: [quarter], service: id });
    const total = counted.reduce((sum, { n }) => sum + n, 0);
    if (total <= best.total) continue;
    const whole = await countedCells({ vault: copy.vault, network, periods, service: id });
    const byId = new Map(whole.map((cell) => [`${cell.period} ${cell.view} ${cell.id}`, cell.n]));
    best = {
      total,
      own: audited.counted.map((cell) => byId.get(`${cell.period} ${cell.view} ${cell.id}`) ?? 0),
    };
  }
  return exact("A17", byInsider(audited, best.own), 0.5);
}

async function filesHeld({ folder, vault, secret, published }: AuditCopy): Promise<Outcome> {
  await run(published, sql`CHECKPOINT`);
  const keys = await rows(
    vault,
    z.object({ key: z.string() }),
    sql`SELECT record_key::VARCHAR AS key FROM observation USING SAMPLE 300`,
  );
  const page = join(root, "dist", "client");
  const handedOut = existsSync(page) ? filesUnder(page, () => true) : [];
  const files = [...filesUnder(folder, (name) => name.startsWith("published.duckdb")), ...handedOut];
  return filesTell(files, {
    secret,
    keys: keys.map(({ key }) => BigInt(key)).filter((key) => key > 2n ** 32n),
  });
}

async function timesTold(ask: Ask, paths: readonly string[]): Promise<Outcome> {
  let finer = 0;
  for (const path of paths) finer += finerThanDay((await ask(path)).body).length;
  return { id: "A14", tried: paths.length, figures: [{ name: "finer", value: finer, atMost: 0 }] };
}

/** A09: copies of a record put into the closed quarter, then another close. */
function inserted(id: string, { copy, audited, ask }: Suite, count: number): Promise<Outcome> {
  const { from, to } = parsePeriod(audited.quarter);
  const insert = async () => {
    await run(
      copy.vault,
      sql`INSERT INTO observation SELECT o.* REPLACE ((hash(i + ${count}))::UBIGINT AS record_key)
          FROM (SELECT * FROM observation WHERE day BETWEEN ${from}::DATE AND ${to}::DATE LIMIT 1) o, range(${count}) AS r(i)`,
    );
    const { network } = audited;
    await closePeriods({ ...copy, network, now: Date.now() });
  };
  return changedBy(id, insert, { ask, paths: everyQuestion(audited) });
}

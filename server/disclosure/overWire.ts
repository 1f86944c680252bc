import { areaUnderCurve, median } from "../../domain/disclosure/score.ts";
import { ROLES } from "../access.ts";
import type { Figure, Outcome } from "./outcome.ts";
import type { Ask, Wire } from "./wire.ts";

const same = (a: Wire, b: Wire) => JSON.stringify(a) === JSON.stringify(b);
const share = (name: string, of: readonly boolean[], bound: Partial<Figure>): Figure => ({
  ...{ name, value: of.length > 0 ? of.filter(Boolean).length / of.length : null },
  ...bound,
});

/** A02: every question again and again, its parameters in another order, with more beside: how often the answer differs. */
export async function repeated(ask: Ask, paths: readonly string[], times: number): Promise<Outcome> {
  const differs: boolean[] = [];
  for (const path of paths) {
    const first = await ask(path);
    const [route = "", search = ""] = path.split("?");
    const more = path.includes("?") ? "&" : "?";
    const others = [
      `${route}?${search.split("&").reverse().join("&")}`,
      `${path}${more}order=value&limit=1&having=1`,
    ];
    for (let i = others.length; i < times; i++) others.push(`${path}${more}_=${i}`);
    for (const other of others) differs.push(!same(first, await ask(other)));
  }
  return { id: "A02", tried: differs.length, figures: [share("differs", differs, { atMost: 0 })] };
}

/** A04, A05: questions of one's own making: how often one is answered, and how many texts of refusal there are. */
export async function strange(id: string, ask: Ask, paths: readonly string[]): Promise<Outcome> {
  const answered: boolean[] = [];
  const inside: boolean[] = [];
  for (const path of paths) {
    const { status, body } = await ask(path);
    answered.push(status < 400 || status >= 500);
    inside.push(/DuckDB|Parser Error|Binder|Catalog|\bat \S+:\d+|node_modules/.test(body));
  }
  const figures = [share("answered", answered, { atMost: 0 }), share("inside", inside, { atMost: 0 })];
  return { id, tried: paths.length, figures };
}

/** A13, A01: two servers that differ in a small cell alone: how often they can be told apart by all but what is of the whole. */
export async function toldApart(
  id: string,
  [one, other]: readonly [Ask, Ask],
  paths: readonly string[],
): Promise<Outcome> {
  const differs: boolean[] = [];
  for (const path of paths) differs.push(!same(await one(path), await other(path)));
  return { id, tried: paths.length, figures: [share("differs", differs, { atMost: 0 })] };
}

/** A09, A14: whether an answer changes when `insert` has put records in. */
export async function changedBy(
  id: string,
  insert: () => Promise<void>,
  { ask, paths }: { ask: Ask; paths: readonly string[] },
): Promise<Outcome> {
  const before: Wire[] = [];
  for (const path of paths) before.push(await ask(path));
  await insert();
  const differs: boolean[] = [];
  for (const [i, path] of paths.entries()) {
    const now = await ask(path);
    const then = before[i];
    differs.push(!then || !same(then, now));
  }
  return { id, tried: paths.length, figures: [share("changed", differs, { atMost: 0 })] };
}

/** A20: how often a role of the network gets another answer than the others, and the public one at all. */
export async function byRole(ask: Ask, paths: readonly string[]): Promise<Outcome> {
  const differs: boolean[] = [];
  const open: boolean[] = [];
  for (const path of paths) {
    const first = await ask(path, "supervisor");
    for (const role of ROLES) {
      const answer = await ask(path, role);
      if (role === "public") open.push(answer.status < 400);
      else differs.push(!same(first, answer));
    }
  }
  return {
    ...{ id: "A20", tried: differs.length + open.length },
    figures: [share("differs", differs, { atMost: 0 }), share("public", open, { atMost: 0 })],
  };
}

const ROUNDS = 5;

/**
 * A15: how well the time of an answer tells the questions of the first list (nothing there) from those of the second (a few
 * records): asked in turn, warm, in rounds of which the middle one counts, so that a busy machine does not decide.
 */
export async function timed([empty, small]: readonly [Question, Question], calls: number): Promise<Outcome> {
  for (let warm = 0; warm < 40; warm++) await (warm % 2 ? empty : small)();
  const areas: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const area = await interleaved([empty, small], calls / ROUNDS / 2);
    if (area !== null) areas.push(area);
  }
  return {
    id: "A15",
    tried: calls,
    figures: [{ name: "area", value: median(areas), atLeast: 0.4, atMost: 0.6 }],
  };
}

async function interleaved(
  [empty, small]: readonly [Question, Question],
  pairs: number,
): Promise<number | null> {
  const times: [number[], number[]] = [[], []];
  for (let i = 0; i < pairs; i++) {
    for (const which of i % 2 ? ([0, 1] as const) : ([1, 0] as const))
      times[which].push(await lasts(which ? small : empty));
  }
  return areaUnderCurve(...times);
}

type Question = () => Promise<unknown>;

async function lasts(ask: Question): Promise<number> {
  const from = performance.now();
  await ask();
  return performance.now() - from;
}

/** Where an answer tells a time finer than a day, but for when a period was closed: an organisational time, not a record's. */
export function finerThanDay(body: string): string[] {
  const times = /"(\w+)":\s*"?(\d{4}-\d\d-\d\dT\d\d[:\d.]*Z?|1[5-9]\d{11})"?/g;
  return [...body.matchAll(times)].map(([, key]) => key ?? "").filter((key) => key !== "closed_at");
}

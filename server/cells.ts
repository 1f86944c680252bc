import { Hono } from "hono";
import { describeRoute } from "hono-openapi";
import { z } from "zod";
import { singleDimensions } from "../domain/cellId.ts";
import { viewNamed } from "../domain/lattice.ts";
import { Dimension, type Network } from "../domain/network.ts";
import { PeopleBand } from "../domain/people.ts";
import { type PeriodKind, parsePeriod, periodChain } from "../domain/period.ts";
import type { NeedRules } from "../domain/published.ts";
import { columns } from "./columns.ts";
import { type Db, rows, sql } from "./db.ts";
import { answers, query } from "./http.ts";
import { notPublished } from "./notPublished.ts";
import { ClosedPeriod, closedPeriods, PeriodQuery, type Sources } from "./sources.ts";

const node = z.string().nullable();
const Cell = z.object({
  view: z.string(),
  zone: node,
  parent: node,
  slot: node,
  weekpart: node,
  need: node,
  group: node,
  aim: node,
  value: z.number().int().nullable(),
});
type Cell = z.infer<typeof Cell>;

const column = z.array(z.string()).optional();
const View = z.object({
  view: z.string(),
  by: z.array(Dimension),
  zone: column,
  parent: column,
  slot: column,
  weekpart: column,
  need: column,
  group: column,
  aim: column,
  value: z
    .array(z.number().int().nullable())
    .describe("published count; null = withheld, by zone × slot × need of any size (repeat sightings)"),
});
type View = z.infer<typeof View>;

const People = z.object({ zone: node, parent: node, band: PeopleBand.nullable() });
const PeopleOf = columns(People).describe(
  "estimated, never counted, all ordinary needs together; null = withheld",
);

const CellsAnswer = z.object({
  chain: z.array(ClosedPeriod.extend({ views: z.array(View), people: PeopleOf })),
});

/** GET /api/cells: the published cube of a closed period, then of the coarser closed periods that hold it. */
export const cellsRoute = ({ published }: Sources) =>
  new Hono().get(
    "/",
    describeRoute({
      summary: "Published cells (perturbed, censored, immutable), columnar, by view",
      responses: answers(CellsAnswer),
    }),
    query(PeriodQuery),
    async (c) => {
      const chain = await publishedChain(published, c.req.valid("query").period);
      return c.json({ chain } satisfies z.infer<typeof CellsAnswer>);
    },
  );

/** The published cube of a closed period and of those that hold it. @throws 400 when it is not closed */
export async function publishedChain(
  published: Db,
  id: string,
): Promise<z.infer<typeof CellsAnswer>["chain"]> {
  const chain = await closedChain(published, id);
  return Promise.all(
    chain.map(async (period) => ({
      ...period,
      views: await viewsOf(published, period),
      people: columns.of(People, await peopleIn(published, period)),
    })),
  );
}

const peopleIn = (published: Db, { id }: ClosedPeriod) =>
  rows(
    published,
    People,
    sql`SELECT "zone", parent, band FROM published_people WHERE period = ${id} ORDER BY ALL`,
  );

/** What the disclosure of a network says of published needs. */
export const rulesOf = ({ zones, slots, needs, disclosure }: Network): NeedRules => ({
  needs,
  threshold: disclosure.threshold,
  sensitiveThreshold: disclosure.sensitive.threshold,
  variance: disclosure.perturbation.V,
  sensitiveVariance: disclosure.sensitive.perturbation.V,
  single: singleDimensions({ zones, slots, needs }, false),
  sensitiveSingle: singleDimensions({ zones, slots, needs }, true),
});

/** The closed period and the closed periods that hold it, finest first. @throws 400 when it is not closed */
export async function closedChain(published: Db, id: string): Promise<ClosedPeriod[]> {
  const closed = new Map((await closedPeriods(published)).map((period) => [period.id, period]));
  if (!closed.has(id)) throw notPublished();
  return periodChain(parsePeriod(id)).flatMap((period) => closed.get(period.id) ?? []);
}

/** The published views of a closed period. */
export async function viewsOf(published: Db, { id, kind }: ClosedPeriod): Promise<View[]> {
  const cells = await rows(
    published,
    Cell,
    sql`SELECT view, "zone", parent, slot, weekpart, need, need_group AS "group", aim, value
        FROM published_cell WHERE period = ${id} ORDER BY ALL`,
  );
  const names = [...new Set(cells.map((cell) => cell.view))];
  return names.map((view) =>
    viewOf(
      kind,
      view,
      cells.filter((cell) => cell.view === view),
    ),
  );
}

function viewOf(kind: PeriodKind, view: string, cells: Cell[]): View {
  const { by } = viewNamed(kind, view);
  const nodes = by.map((dimension) => [dimension, cells.map((cell) => cell[dimension] ?? "")]);
  return { view, by, ...Object.fromEntries(nodes), value: cells.map((cell) => cell.value) };
}

import type { PublishedView } from "../../domain/published.ts";

/** The quarter every question here is about. */
export const PERIOD = "period=2026-Q2";
export const NIGHT = "a=morning,evening&b=night";
const everyNight = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"].map((day) => `${day}-22-06`).join(",");

/** The answers whose every figure must be the same whether a small cell holds 0, 1 or 2. */
export const QUESTIONS = [
  `/api/gaps?${PERIOD}`,
  `/api/gaps?${PERIOD}&hours=${everyNight}&needs=n0`,
  `/api/gaps?${PERIOD}&hours=${everyNight}`,
  `/api/compare?${PERIOD}&${NIGHT}&needs=n0`,
  `/api/overlaps?${PERIOD}`,
  `/api/advice?${PERIOD}&hours=6&needs=n0`,
  `/api/coverage?${PERIOD}`,
];

const inject = encodeURIComponent("n0' OR 1=1; DROP TABLE published_cell;--");
const json = encodeURIComponent('{"$gt":""}');

/** A04, A05: dates, places and predicates of one's own, and words of other languages: one answer to all of them. */
export const NOT_PUBLISHED = [
  "/api/gaps?period=2026-05-01",
  "/api/gaps?period=2026-05-01..2026-05-07",
  "/api/gaps?period=2026-Q2,2026-Q1",
  "/api/gaps?period=2026-Q3",
  "/api/cells?period=",
  "/api/coverage?period=2026-W40",
  `/api/gaps?period=${inject}`,
  `/api/gaps?${PERIOD}&needs=${inject}`,
  `/api/gaps?${PERIOD}&needs=${json}`,
  `/api/gaps?${PERIOD}&needs=n0,NOT%20n1`,
  `/api/gaps?${PERIOD}&needs=*`,
  `/api/compare?${PERIOD}&a=${inject}&b=night`,
  `/api/compare?${PERIOD}&${NIGHT}&needs=${inject}`,
  `/api/compare?${PERIOD}&${NIGHT}&needs=!n0`,
  `/api/compare?${PERIOD}&${NIGHT}&needs=s0`,
  `/api/compare?${PERIOD}&a=night&before=2026-Q1`,
  `/api/overlaps?${PERIOD}&needs=${inject}`,
  `/api/overlaps?${PERIOD}&zone=${inject}`,
  `/api/advice?${PERIOD}&hours=4&needs=${inject}`,
  `/api/advice?${PERIOD}&hours=4&zones=${inject}`,
  `/api/advice?${PERIOD}&hours=4&move=AA.nowhere.mon-08-10`,
  `/api/why?${PERIOD}&zone=${inject}`,
  `/api/why?${PERIOD}&zone=z0&slot=night&weekpart=weekend`,
  `/api/why?${PERIOD}&zone=z0&need=s0`,
  "/api/emerging?epoch=2026-W20",
  `/api/emerging?epoch=${inject}`,
];

/** What is of no shape a question has: the parameter is named and what it should be, never what it was. */
const UNREADABLE = [
  `/api/gaps?${PERIOD}&hours=${inject}`,
  `/api/gaps?${PERIOD}&hours=fri-22-06;mon`,
  `/api/gaps?${PERIOD}&hours=fri-22:30-23:15`,
  `/api/compare?${PERIOD}&a=night&b=night`,
  `/api/advice?${PERIOD}&hours=1e9`,
  `/api/advice?${PERIOD}&hours=-1`,
  `/api/advice?${PERIOD}&hours=4&move=${inject}`,
  `/api/why?${PERIOD}&weekpart=${inject}`,
];

export const REFUSED = [...NOT_PUBLISHED, ...UNREADABLE];

export type CellRow = { view: string; zone?: string; slot?: string; need?: string; value: number | null };

/** The rows of an answer of /api/cells, whose views are columns. */
export function cellsOf(body: string): CellRow[] {
  const { chain } = JSON.parse(body) as { chain: { views: PublishedView[] }[] };
  return (chain[0]?.views ?? []).flatMap((view) =>
    view.value.map((value, i) => {
      const nodes = view.by.map((by) => [by, view[by]?.[i]]);
      return { view: view.view, value, ...Object.fromEntries(nodes) };
    }),
  );
}

import type { Audited } from "./audited.ts";

type Asked = Pick<Audited, "quarter" | "network">;

/** What the page asks of a quarter, in all its kinds. */
export function everyQuestion({ quarter, network }: Asked): string[] {
  const period = `period=${quarter}`;
  const need = network.needs.find(({ sensitive }) => !sensitive)?.id ?? "";
  const [first = "", ...others] = network.slots.map(({ id }) => id);
  const compared =
    others.length > 0 ? [`/api/compare?${period}&a=${first}&b=${others[0]}&needs=${need}`] : [];
  return [
    ...[
      `/api/cells?${period}`,
      `/api/gaps?${period}`,
      `/api/gaps?${period}&needs=${need}`,
      `/api/overlaps?${period}`,
    ],
    ...[
      `/api/coverage?${period}`,
      `/api/why?${period}&zone=${network.zones[0]?.id}`,
      "/api/emerging",
      "/api/needs?",
    ],
    ...compared,
  ];
}

/** A04: days, spans, half periods and places of one's own. */
export function anyDates({ quarter }: Asked): string[] {
  const [year] = quarter.split("-");
  const spans = [
    `${year}-05-01`,
    `${year}-05-01..${year}-05-07`,
    `${year}-13`,
    `${year}-W60`,
    `${quarter},${year}`,
    "last-week",
    "all",
  ];
  return spans.flatMap((span) => [`/api/gaps?period=${span}`, `/api/cells?period=${span}`]);
}

const inject = encodeURIComponent("x' OR 1=1; DROP TABLE published_cell;--");
const WORDS = [inject, encodeURIComponent('{"$gt":""}'), "*", "!x", "NOT%20x", "x,NOT%20y"];

/** A05: predicates, injections and words of other languages where a need, a zone or an hour is expected. */
export const anyWords = ({ quarter }: Asked): string[] =>
  WORDS.flatMap((word) => [
    `/api/gaps?period=${quarter}&needs=${word}`,
    `/api/gaps?period=${quarter}&hours=${word}`,
    `/api/cells?period=${word}`,
    `/api/why?period=${quarter}&zone=${word}`,
    `/api/overlaps?period=${quarter}&needs=${word}`,
  ]);

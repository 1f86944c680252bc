import type { Network } from "../../domain/network.ts";
import type { ViewCheck } from "../gate/checkViews.ts";
import type { Lang } from "../startWords.ts";
import { en } from "./attackWords.en.ts";
import { it } from "./attackWords.it.ts";
import { ATTACKS, type Figure, type Outcome, passed } from "./outcome.ts";
import type { ReportWords } from "./reportWords.ts";

/** What an audit found: how often each attack succeeds, and what the protection is made of. No count, no cell. */
export type Report = {
  network: Pick<Network, "name" | "disclosure">;
  version: string;
  /** ISO day. */
  date: string;
  quarter: string;
  draws: number;
  outcomes: readonly Outcome[];
  views: readonly ViewCheck[];
};

/** How many attacks got further than they may. */
export const failures = ({ outcomes }: Pick<Report, "outcomes">): Outcome[] =>
  outcomes.filter((outcome) => passed(outcome) === false);

/** The report as Markdown, for a data-protection officer. */
export function reportIn(lang: Lang, report: Report): string {
  const words = { it, en }[lang];
  const number = numbersIn(lang);
  const lines = [
    `# ${words.title}`,
    words.intro(report.network.name, report.version, report.date),
    words.verdict(failures(report).length),
    words.scope(report.quarter, report.draws),
    `## ${words.results}`,
    table(
      words.head,
      ATTACKS.map((id) =>
        row(
          id,
          report.outcomes.find((one) => one.id === id),
          { words, number },
        ),
      ),
    ),
    `## ${words.guarantees}`,
    words.guaranteed.map((line) => `- ${line}`).join("\n"),
    words.notGuaranteed.map((line) => `- ${line}`).join("\n"),
    `## ${words.views}`,
    words.viewsIntro(number(report.views[0]?.sd ?? 0)),
    table(
      words.viewsHead,
      report.views
        .slice(0, 10)
        .map(({ view, kind, published, sd }) => [
          view,
          words.kinds[kind],
          published ? words.yes : words.no,
          number(sd),
        ]),
    ),
    `## ${words.parameters}`,
    ([false, true] as const)
      .map(
        (sensitive) =>
          `- ${sensitive ? words.sensitive : words.ordinary}: ${words.rule(ruleOf(report.network.disclosure, sensitive))}`,
      )
      .join("\n"),
  ];
  return `${lines.join("\n\n")}\n`;
}

function ruleOf(disclosure: Network["disclosure"], sensitive: boolean) {
  const { perturbation, floor, threshold } = sensitive ? disclosure.sensitive : disclosure;
  return { ...perturbation, floor, threshold };
}

type In = { words: ReportWords; number: (value: number) => string };

function row(id: string, outcome: Outcome | undefined, { words, number }: In): string[] {
  const said = words.attacks[id] ?? "";
  if (!outcome) return [id, said, "–", "–", words.tested];
  const told = outcome.figures.map((figure) => [
    `${words.figures[figure.name] ?? figure.name}: ${toldValue(figure, number)}`,
    boundOf(figure, { words, number }),
  ]);
  return [
    id,
    `${said} (${words.cases(about(outcome.tried))})`,
    told.map(([value]) => value).join("<br>"),
    told.map(([, bound]) => bound).join("<br>"),
    words.outcome[`${passed(outcome)}` as "true" | "false" | "null"],
  ];
}

/** Two figures at most: how many cells are small is itself nothing to be told exactly. */
function about(tried: number): string {
  const unit = 10 ** Math.max(1, Math.floor(Math.log10(Math.max(1, tried))) - 1);
  return tried < 10 ? "< 10" : `≈ ${Math.round(tried / unit) * unit}`;
}

const SHARES = [
  "exact",
  "asked",
  "sure",
  "equal",
  "emptied",
  "open",
  "found",
  "proven",
  "differs",
  "shown",
  "answered",
  "inside",
  "changed",
  "other",
  "missing",
  "documented",
  "small",
  "public",
];

function written({ name }: Figure, value: number, number: In["number"]): string {
  return SHARES.includes(name) ? `${number(value * 100)} %` : number(value);
}

function toldValue(figure: Figure, number: In["number"]): string {
  if (figure.value === null) return "–";
  const error = figure.error ? ` ± ${number(figure.error * 100)}` : "";
  return written(figure, figure.value, number).replace(/ %$/, `${error} %`);
}

function boundOf(figure: Figure, { words, number }: In): string {
  const { atMost, atLeast } = figure;
  const bounds = [
    ...(atLeast === undefined ? [] : [`${words.atLeast} ${written(figure, atLeast, number)}`]),
    ...(atMost === undefined ? [] : [`${words.atMost} ${written(figure, atMost, number)}`]),
  ];
  return bounds.join(", ") || "–";
}

const numbersIn = (lang: Lang) => {
  const format = new Intl.NumberFormat(lang, { maximumFractionDigits: 2, maximumSignificantDigits: 3 });
  return (value: number) => format.format(Math.abs(value) < 0.005 ? 0 : value);
};

const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => "---"), ...rows].map((cells) => `| ${cells.join(" | ")} |`).join("\n");

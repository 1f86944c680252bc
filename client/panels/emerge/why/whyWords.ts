import type { Finding } from "../../../../domain/emerging/reading.ts";
import { addDays } from "../../../../domain/period.ts";
import type { EmergingAnswer } from "../../../emergingAnswer.ts";
import { formats } from "../../../format.ts";
import type { Saying } from "../findingWords.ts";

type About = "compared" | "effort" | "chance" | "rounded" | "withheld" | "confirming";
type Kind = Finding["kind"];

/** The reasons behind a finding, in the order one asks for them; of none, how any would be found. */
export function reasons(
  saying: Saying,
  finding: Finding | null,
  answer: Pick<EmergingAnswer, "from" | "to" | "parameters">,
): { about: About; said: string[] }[] {
  const { t } = saying;
  const { parameters } = answer;
  const kinds: Kind[] = finding ? [finding.kind] : ["zone", "cluster", "city", "trend"];
  const corrected = finding?.corrected ?? true;
  const chance = kinds.map((kind) =>
    t(`emerge.why.chanceOf.${kind}`, { ...parameters, ...oneIn(parameters) }),
  );
  return [
    {
      about: "compared",
      said: finding ? [comparedText(saying, finding, answer)] : [t("emerge.why.comparedAny", parameters)],
    },
    { about: "effort", said: [t(corrected ? "emerge.why.effortOut" : "emerge.why.effortIn")] },
    { about: "chance", said: chance },
    ...(finding?.kind === "trend" ? [] : [{ about: "rounded" as const, said: [t("emerge.why.roundedWhy")] }]),
    {
      about: "withheld",
      said: [t("emerge.why.withheldRule", parameters), t("emerge.why.withheldSensitive", parameters)],
    },
    { about: "confirming", said: [t(`emerge.why.confirmed.${finding?.grade ?? "any"}`)] },
  ];
}

function comparedText(
  { t, lang }: Saying,
  { kind, weeks, since }: Finding,
  { from, to, parameters }: Pick<EmergingAnswer, "from" | "to" | "parameters">,
): string {
  const { range, months } = formats(lang);
  if (from === null || to === null) return "";
  if (kind === "trend") return t("emerge.why.comparedTrend", { range: months(since, to) });
  const count = weeks ?? 1;
  const first = addDays(from, -7 * (count - 1));
  const key = kind === "city" ? "emerge.why.comparedCity" : "emerge.why.comparedWeeks";
  return t(key, { ...parameters, count, range: range(first, to) });
}

/** Shares of false findings as they are said: one in so many. */
const oneIn = (parameters: Readonly<Record<string, number>>) =>
  Object.fromEntries(
    (["placeQ", "clusterQ", "cityQ"] as const).map((name) => [
      name,
      Math.round(1 / (parameters[name] || 0.05)),
    ]),
  );

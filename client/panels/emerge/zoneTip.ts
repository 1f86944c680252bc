import type { State } from "../../../domain/emerging/reading.ts";
import { formats } from "../../format.ts";
import { findingSentence, type Saying } from "./findingWords.ts";
import type { PlaceState } from "./statesOf.ts";
import type { ZoneSays } from "./zoneSays.ts";

const STATES: readonly Extract<State, "norm" | "few" | "unknown">[] = ["norm", "few", "unknown"];

/** What pointing at a zone says, and the list of zones reads out: what grows there, then what of the other needs. */
export function zoneTip(saying: Saying, { findings, told }: ZoneSays, states: readonly PlaceState[]): string {
  const { t, lang } = saying;
  const grown = findings.map(({ finding }) => plain(findingSentence(saying, finding)));
  const found = new Set(findings.map(({ finding }) => finding.need));
  const others = states.filter(({ need }) => !found.has(need));
  const counted = STATES.flatMap((state) => {
    const count = others.filter((one) => one.state === state).length;
    return count > 0 ? [t(`emerge.tip.${state}`, { count })] : [];
  });
  const rest = formats(lang).list(counted);
  const begun = rest.charAt(0).toLocaleUpperCase(lang) + rest.slice(1);
  return told ? [...grown, ...(rest ? [`${begun}.`] : [])].join(" ") : t("emerge.tip.wholeOnly");
}

const plain = (sentence: string) => sentence.replaceAll(/<\/?b>/g, "");

import { type KeyboardEvent, useMemo, useState } from "react";
import type { View } from "../../../address.ts";
import type { Known } from "../../../useKnown.ts";
import { useLang, useWords } from "../../../useWords.ts";
import { setView } from "../../../view.ts";
import { nameOf } from "../../../words.ts";
import { MultiplesHeader } from "./MultiplesHeader.tsx";
import { MultiplesTable } from "./MultiplesTable.tsx";
import { tileWords } from "./pointWords.ts";
import { SmallMultiple } from "./SmallMultiple.tsx";
import { type Emerged, ruleOf } from "./series.ts";
import { tilesOf } from "./tiles.ts";
import "./chart.css";
import "./multiples.css";
import "./multiplesHeader.css";

type Props = { known: Known; emerged: Emerged; view: Pick<View, "zone" | "needs" | "scale" | "finding"> };

/** The strip under the map: every need in the whole city week by week, or in one zone month by month, hours under each. */
export function SmallMultiples({ known, emerged, view }: Props) {
  const { t } = useWords();
  const lang = useLang();
  const { zone, needs, scale } = view;
  const drawn = useMemo(
    () =>
      tilesOf(emerged, {
        needs: known.needs,
        zone,
        sameScale: scale === "same",
        ruleOf: (sensitive) => ruleOf(known.network, sensitive),
      }),
    [known, emerged, zone, scale],
  );
  const names = new Map(known.needs.map((need) => [need.id, nameOf(need, lang)]));
  return (
    <section className="multiples" aria-labelledby="multiples-title">
      <MultiplesHeader
        known={known}
        emerged={emerged}
        view={view}
        offered={useOffered(known, emerged, view)}
      />
      <ul className="multiples-row" onKeyDown={stepFocus}>
        {drawn.tiles.map((tile) => {
          const pressed = needs.length === 1 && needs[0] === tile.need;
          return (
            <SmallMultiple
              key={tile.need}
              tile={tile}
              days={drawn.days}
              recent={drawn.recent}
              name={names.get(tile.need) ?? tile.need}
              said={tileWords({ t, lang }, tile)}
              pressed={pressed}
              onPress={() => setView({ needs: pressed ? [] : [tile.need] })}
            />
          );
        })}
      </ul>
      <MultiplesTable tiles={drawn.tiles} names={names} />
    </section>
  );
}

/** The zone offered beside the whole city: the chosen one, the one chosen last, else that of what was found. */
function useOffered(
  { zones }: Known,
  { findings }: Emerged,
  { zone, finding }: Props["view"],
): string | null {
  const [last, remember] = useState(zone);
  if (zone !== null && zone !== last) remember(zone);
  const open = findings.find(({ id }) => id === finding) ?? findings.find((one) => one.zones.length > 0);
  return zone ?? last ?? open?.zones[0] ?? zones.features[0]?.properties.id ?? null;
}

const STEPS: Record<string, number> = { ArrowLeft: -1, ArrowRight: 1 };

/** Arrows go from chart to chart. */
function stepFocus(event: KeyboardEvent<HTMLElement>): void {
  const step = STEPS[event.key];
  if (step === undefined) return;
  const buttons = [...event.currentTarget.querySelectorAll("button")];
  const next = buttons[buttons.findIndex((button) => button.contains(event.target as Node)) + step];
  next?.focus();
  event.preventDefault();
}

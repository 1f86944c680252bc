import type { ZoneState } from "../../../domain/zoneMarks.ts";
import { networkSentence } from "../../sentences.ts";
import type { Screen } from "../../useScreen.ts";
import { useLang, useWords } from "../../useWords.ts";
import { setView } from "../../view.ts";
import { nameOf } from "../../words.ts";
import { Chip } from "../frame/Chip.tsx";
import { PanelWaiting } from "../frame/PanelWaiting.tsx";
import { Rich } from "../frame/Rich.tsx";
import { NetworkWarnings } from "./NetworkWarnings.tsx";
import { PanelFoot } from "./PanelFoot.tsx";
import { PeopleLine } from "./PeopleLine.tsx";
import "./ranking.css";

/** The whole network: one sentence, then its zones from the most served. */
export function NetworkPanel({ screen }: { screen: Screen }) {
  const { t } = useWords();
  const lang = useLang();
  const { known, states, telling } = screen;
  const ordered = [...states].sort((a, b) => rank(b) - rank(a) || b.rare.length - a.rare.length);
  return (
    <>
      <div className="panel-scroll">
        <div className="zone-steps">
          <span>{t("network.zones", { count: known.zones.features.length })}</span>
        </div>
        <h2 className="zone-name">{nameOf(known.network, lang)}</h2>
        <p className="zone-facts">{t("network.hint")}</p>
        {states.length > 0 && (
          <p className="sentence">
            <Rich text={networkSentence(telling, states)} />
          </p>
        )}
        {states.length === 0 && screen.busy && <PanelWaiting rows={6} />}
        {states.length === 0 && !screen.period && <p className="sentence">{t("state.noPeriod")}</p>}
        <PeopleLine screen={screen} zone={null} name={nameOf(known.network, lang)} />
        {states.length > 0 && (
          <h3 className="ranking-title">
            {t("network.ranking")} <small>{t("network.services")}</small>
          </h3>
        )}
        <ol className="ranking">
          {ordered.map((state) => (
            <ZoneRow key={state.zone} state={state} screen={screen} />
          ))}
        </ol>
        <NetworkWarnings known={known} />
      </div>
      <PanelFoot screen={screen} zone={null} />
    </>
  );
}

function ZoneRow({ state, screen }: { state: ZoneState; screen: Screen }) {
  const { t } = useWords();
  const lang = useLang();
  const zone = screen.known.zones.features.find(({ properties }) => properties.id === state.zone)?.properties;
  const name = nameOf(zone ?? { id: state.zone }, lang);
  const chips = (ids: readonly string[], standing: "seen" | "rare" | "supposed") =>
    ids.map((id) => {
      const service = screen.serviceOf(id);
      return service && <Chip key={id} service={service} standing={standing} />;
    });
  return (
    <li>
      <button type="button" onClick={() => setView({ zone: state.zone })}>
        <span className="swatch" data-level={state.level ?? "unknown"} />
        <b>{name}</b>
        <span className="ranking-chips">
          {chips(state.seen, "seen")}
          {chips(state.supposed ?? [], "supposed")}
          {chips(state.rare, "rare")}
          {state.level === null && <i>{t("map.unknown")}</i>}
          {state.level === 0 &&
            state.rare.length === 0 &&
            t(screen.services ? "map.chosenNone" : "map.nobody")}
        </span>
        <span className="ranking-count">{state.level === null ? "?" : countOf(state)}</span>
        <span className="hidden">
          {state.level === null ? "" : t("network.count", { count: countOf(state) })}
        </span>
      </button>
    </li>
  );
}

/** Not known stands after nobody: it is not less than nobody, it is another thing. */
const rank = (state: ZoneState): number => (state.level === null ? -1 : countOf(state));

const countOf = ({ seen, supposed }: Pick<ZoneState, "seen" | "supposed">): number =>
  seen.length + (supposed?.length ?? 0);

import { ChevronLeft, ChevronRight, X } from "lucide-react";
import { hoursFacts } from "../../../domain/chosenHours.ts";
import { nextPresence } from "../../../domain/zoneMarks.ts";
import { formats } from "../../format.ts";
import { hoursTitle } from "../../hoursWords.ts";
import { zoneLine, zoneSentence } from "../../sentences.ts";
import type { chosenZone, Screen } from "../../useScreen.ts";
import { useLang, useWords } from "../../useWords.ts";
import { setView } from "../../view.ts";
import { everydayName, nameOf } from "../../words.ts";
import { Rich } from "../frame/Rich.tsx";
import { ContrastLine } from "./ContrastLine.tsx";
import { NeedBySlot } from "./NeedBySlot.tsx";
import { PanelFoot } from "./PanelFoot.tsx";
import { PeopleLine } from "./PeopleLine.tsx";
import { ServiceRows } from "./ServiceRows.tsx";
import { WeekGrid } from "./WeekGrid.tsx";

type Props = { screen: Screen; place: NonNullable<ReturnType<typeof chosenZone>>; phone: boolean };

/** One zone: the sentence, who is there in these hours, its week, its needs. */
export function ZonePanel({ screen, place, phone }: Props) {
  const { t } = useWords();
  const lang = useLang();
  const { zone } = place;
  const state = screen.states.find((one) => one.zone === zone.id);
  const name = nameOf(zone, lang);
  const serviceName = (id: string) => everydayName(screen.serviceOf(id) ?? { id }, lang);
  const { count } = formats(lang);
  const facts = [
    zone.population === null
      ? t("zone.populationUnknown")
      : t("zone.population", { count: zone.population }).replace(
          String(zone.population),
          count(zone.population),
        ),
    ...(zone.approximate ? [t("zone.approximate")] : []),
  ];
  return (
    <>
      <div className="panel-scroll">
        {!phone && <ZoneSteps screen={screen} place={place} />}
        {phone && state && (
          <p className="sentence">
            <Rich text={zoneLine(screen.telling, name, state)} />
          </p>
        )}
        <h2 className={phone ? "hidden" : "zone-name"}>{name}</h2>
        {!phone && <p className="zone-facts">{facts.join(" · ")}</p>}
        {state && !phone && (
          <p className="sentence">
            <Rich text={zoneSentence(screen.telling, state, serviceName)} />
          </p>
        )}
        <SupposedLine screen={screen} zone={zone.id} />
        <ServiceRows screen={screen} zone={zone.id} phone={phone} />
        {state && looksAhead(state) && <NextPresence screen={screen} zone={zone.id} />}
        <ContrastLine screen={screen} zone={zone.id} />
        <WeekGrid screen={screen} zone={zone.id} />
        <NeedBySlot screen={screen} zone={zone.id} />
        <PeopleLine screen={screen} zone={zone.id} name={name} />
        {phone && <p className="zone-facts">{facts.join(" · ")}</p>}
        {phone && <ZoneSteps screen={screen} place={place} />}
      </div>
      <PanelFoot screen={screen} zone={zone.id} />
    </>
  );
}

/** Nobody is seen now, and not because nobody records. */
const looksAhead = ({ seen, level, stale }: Screen["states"][number]) =>
  seen.length === 0 && (level !== null || stale !== null);

/** Who would be here only in the hypothesis. */
function SupposedLine({ screen, zone }: { screen: Screen; zone: string }) {
  const { t, lang } = screen.telling;
  const supposed = screen.states.find((state) => state.zone === zone)?.supposed ?? [];
  if (supposed.length === 0) return null;
  const names = supposed.map((id) => everydayName(screen.serviceOf(id) ?? { id }, lang));
  return (
    <p className="zone-facts supposed">
      <Rich text={t("whatIf.zone", { count: names.length, names: formats(lang).list(names) })} />
    </p>
  );
}

export function ZoneSteps({ screen, place: { n, total } }: Pick<Props, "screen" | "place">) {
  const { t } = useWords();
  const { features } = screen.known.zones;
  const step = (by: number) => setView({ zone: features[(n + by + total) % total]?.properties.id ?? null });
  return (
    <div className="zone-steps">
      <span>{t("zone.place", { n: n + 1, total })}</span>
      <button type="button" className="icon-button" aria-label={t("zone.previous")} onClick={() => step(-1)}>
        <ChevronLeft size={18} aria-hidden />
      </button>
      <button type="button" className="icon-button" aria-label={t("zone.next")} onClick={() => step(1)}>
        <ChevronRight size={18} aria-hidden />
      </button>
      <button
        type="button"
        className="icon-button"
        aria-label={t("zone.close")}
        onClick={() => setView({ zone: null })}
      >
        <X size={18} aria-hidden />
      </button>
    </div>
  );
}

function NextPresence({ screen, zone }: { screen: Screen; zone: string }) {
  const { t } = useWords();
  const lang = useLang();
  const coverage = screen.figures.supposition?.kept;
  if (!coverage) return null;
  const { filtered, weeks } = screen.telling;
  const among = filtered ? t("zone.among") : "";
  const next = nextPresence(coverage, { zone, services: screen.services }, (screen.places.at(-1) ?? -1) + 1);
  if (!next)
    return <p className="next-presence">{t(weeks === 1 ? "zone.neverOnce" : "zone.never", { among })}</p>;
  const places = Array.from({ length: next.to - next.from }, (_, i) => next.from + i);
  const hours = hoursTitle(t, lang, hoursFacts(places, coverage.dayStart));
  const names = formats(lang).list(
    next.services.map((id) => everydayName(screen.serviceOf(id) ?? { id }, lang)),
  );
  return (
    <p className="next-presence">
      <Rich
        text={t(screen.places.includes(next.from) ? "zone.presenceIn" : "zone.nextPresence", {
          hours,
          names,
        })}
      />
    </p>
  );
}

import { useRef } from "react";
import { publishedSum } from "../../../domain/published.ts";
import { formats, periodName } from "../../format.ts";
import { type PeopleFigure, peopleIn, peopleWords } from "../../peopleWords.ts";
import type { Screen } from "../../useScreen.ts";
import { useLang, useWords } from "../../useWords.ts";
import { WhyBox } from "./WhyBox.tsx";
import "./people.css";

type Place = { screen: Screen; zone: string | null; name: string };

/** The people estimated in a zone, or in the whole network, in one line: never a count, and it says why. */
export function PeopleLine(place: Place) {
  const { t } = useWords();
  const lang = useLang();
  const box = useRef<HTMLDialogElement>(null);
  const { people } = place.screen.figures;
  if (!people) return null;
  const figure = peopleIn(people, place.zone);
  const { text, why } = peopleWords({ t, lang }, figure);
  return (
    <div className="people-line">
      <p>
        {t("people.title")}: {why === null ? <b>{text}</b> : text}{" "}
        <span>({why ?? t("people.notCounted")})</span>
        {figure.period && <small>{t("people.of", { period: periodName(t, lang, figure.period) })}</small>}
      </p>
      <button type="button" className="link" onClick={() => box.current?.showModal()}>
        {t("people.whyOpen")}
      </button>
      <WhyBox box={box} title={`${t("people.title")}: ${place.name}`}>
        {() => <WhyPeople {...place} figure={figure} />}
      </WhyBox>
    </div>
  );
}

function WhyPeople({ screen, zone, figure }: Place & { figure: PeopleFigure }) {
  const { t } = useWords();
  const lang = useLang();
  const { text, why } = peopleWords({ t, lang }, figure);
  const count = episodesOf(screen, zone, figure);
  return (
    <>
      <p>{t("people.m1")}</p>
      <p>{t("people.m2")}</p>
      <dl>
        {figure.period && (
          <>
            <dt>{t("why.period")}</dt>
            <dd>
              {periodName(t, lang, figure.period)}
              {figure.period.id !== screen.period?.id && <small>{t("people.fallback")}</small>}
            </dd>
          </>
        )}
        {count !== null && (
          <>
            <dt>{t("why.count")}</dt>
            <dd>{formats(lang).count(count)}</dd>
          </>
        )}
        <dt>{t("people.title")}</dt>
        <dd>
          {text}
          {why !== null && <small>{why}</small>}
        </dd>
        <dt>{t("people.how")}</dt>
        <dd>{t("people.m3")}</dd>
        <dt>{t("why.rule")}</dt>
        <dd>{t("people.m4")}</dd>
      </dl>
    </>
  );
}

/** The published count a band was made from; null where there is no band. */
function episodesOf({ figures: { need } }: Screen, zone: string | null, { period }: PeopleFigure) {
  const published = need?.chain.find(({ id }) => id === period?.id);
  if (!need || !published) return null;
  const sum = publishedSum(published, { zone: zone ?? undefined, needs: null }, need.rules);
  return sum?.cells === 1 && sum.shown > 0 ? sum.shown : null;
}

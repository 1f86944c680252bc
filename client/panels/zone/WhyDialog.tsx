import { useState } from "react";
import { needFigure } from "../../../domain/published.ts";
import { NOT_PUBLISHED } from "../../answered.ts";
import { type AnswerOf, questions, useAnswer } from "../../api.ts";
import { formats, periodName } from "../../format.ts";
import type { ClosedPeriod, Screen } from "../../useScreen.ts";
import { useLang, useWords } from "../../useWords.ts";
import { everydayName, nameOf } from "../../words.ts";
import { WhyBox, WhyPlace, type WhyRef } from "./WhyBox.tsx";

type Asked = { screen: Screen; period: ClosedPeriod; zone: string | null };

/** In plain words: what stands behind presence, and behind the need of one slot. */
export function WhyDialog({ box, ...asked }: Asked & { box: WhyRef }) {
  return <WhyBox box={box}>{() => <WhyPresence {...asked} />}</WhyBox>;
}

function WhyPresence({ screen, period, zone }: Asked) {
  const { t } = useWords();
  const lang = useLang();
  const { network, zones } = screen.known;
  const place = zones.features.find(({ properties }) => properties.id === zone)?.properties;
  const weeks = network.shelf_life_weeks;
  return (
    <>
      <p>{t("why.presence", { period: periodName(t, lang, period) })}</p>
      <p>{t("why.unknown", { count: weeks })}</p>
      <p>{t("why.effective")}</p>
      {network.simulated && <p className="why-simulated">{t("app.simulatedWhy")}</p>}
      <h3>
        {t("why.need")}: {place ? nameOf(place, lang) : nameOf(network, lang)}
      </h3>
      <WhyNeed screen={screen} period={period} zone={zone} />
    </>
  );
}

function WhyNeed({ screen, period, zone }: Asked) {
  const { t } = useWords();
  const lang = useLang();
  const { network, needs } = screen.known;
  const [slot, setSlot] = useState<string>("");
  const need = needs.find(({ id }) => id === screen.view.needs[0]);
  const place = { ...(zone ? { zone } : {}), ...(slot ? { slot } : {}) };
  return (
    <>
      <WhyPlace
        label={t("why.slot")}
        value={slot}
        choose={setSlot}
        places={[
          { id: "", name: t("why.wholeDay") },
          ...network.slots.map((one) => ({ id: one.id, name: nameOf(one, lang) })),
        ]}
      />
      {need && screen.view.needs.length > 1 && <p>{t("why.several", { name: nameOf(need, lang) })}</p>}
      <WhyFigure screen={screen} period={period} place={place} need={need?.id ?? null} />
    </>
  );
}

type Figure = {
  screen: Screen;
  period: ClosedPeriod;
  place: { zone?: string; slot?: string };
  need: string | null;
};

/** Asks only where something is published: what cannot be had is known from the cells the page holds. */
function WhyFigure({ screen, period, place, need }: Figure) {
  const { t } = useWords();
  const { need: source } = screen.figures;
  const question = { ...place, needs: need ? [need] : null };
  const none = source !== null && needFigure(source.chain, question, source.rules).missing === "no_view";
  const asked = { ...place, ...(need ? { need } : {}) };
  const { data, current, problem, retry } = useAnswer(none ? null : questions.why(period.id, asked));
  if (none || problem?.type === NOT_PUBLISHED) return <p>{t("why.noView")}</p>;
  return (
    <>
      {problem && (
        <p role="alert">
          {t("state.error")}{" "}
          <button type="button" className="link" onClick={retry}>
            {t("state.retry")}
          </button>
        </p>
      )}
      {data && current && <WhyFacts why={data} screen={screen} />}
    </>
  );
}

type Facts = { why: AnswerOf<ReturnType<typeof questions.why>>; screen: Screen };

function WhyFacts({ why, screen }: Facts) {
  const { t } = useWords();
  const lang = useLang();
  const { count, moment } = formats(lang);
  const { network } = screen.known;
  const from = network.periods.find(({ id }) => id === why.period);
  return (
    <dl>
      <dt>{t("why.period")}</dt>
      <dd>
        {from &&
          t("why.periodClosed", {
            period: periodName(t, lang, from),
            date: moment(why.closed_at, network.timezone),
          })}
        {why.fallback && <small>{t("why.fallback")}</small>}
      </dd>
      <WhyCount why={why} />
      <dt>{t("why.hours")}</dt>
      <dd>
        {count(why.hours)}
        <ul>
          {why.services.map(({ service, hours, estimated }) => (
            <li key={service}>
              {t(estimated > 0 ? "why.hoursEstimated" : "why.hoursBy", {
                name: everydayName(screen.serviceOf(service) ?? { id: service }, lang),
                hours: count(hours),
                estimated: count(estimated),
              })}
            </li>
          ))}
        </ul>
      </dd>
      <WhyRate why={why} />
      <dt>{t("why.rule")}</dt>
      <dd>{t("why.ruleText", why.rules)}</dd>
    </dl>
  );
}

function WhyCount({ why: { shown, withheld } }: Pick<Facts, "why">) {
  const { t } = useWords();
  const said = useRange(shown, formats(useLang()).count);
  return (
    <>
      <dt>{t("why.count")}</dt>
      <dd>
        {said ?? t(withheld?.rule === "small" ? "why.small" : "why.noView")}
        {shown?.sum && <small>{t(shown.value === shown.up_to ? "why.sum" : "why.sumWithheld")}</small>}
      </dd>
    </>
  );
}

function WhyRate({ why: { shown, hours } }: Pick<Facts, "why">) {
  const { t } = useWords();
  const { rate } = formats(useLang());
  const said = useRange(shown, (value) => rate((value / hours) * 10));
  if (said === null || hours === 0) return null;
  return (
    <>
      <dt>{t("why.rate")}</dt>
      <dd>{said}</dd>
    </>
  );
}

function useRange(shown: Facts["why"]["shown"], say: (value: number) => string): string | null {
  const { t } = useWords();
  if (shown?.value == null) return null;
  const [from, to] = [say(shown.value), say(shown.up_to ?? shown.value)];
  return from === to ? from : t("need.upTo", { from, to });
}

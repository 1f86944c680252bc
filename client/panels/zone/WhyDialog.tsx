import { useState } from "react";
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
  const figure = {
    ...(zone ? { zone } : {}),
    ...(slot ? { slot } : {}),
    ...(need ? { need: need.id } : {}),
  };
  const { data, current, problem, retry } = useAnswer(questions.why(period.id, figure));
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
      {problem?.type === NOT_PUBLISHED && <p>{t("why.noView")}</p>}
      {problem && problem.type !== NOT_PUBLISHED && (
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

function WhyFacts({ why, screen }: { why: AnswerOf<ReturnType<typeof questions.why>>; screen: Screen }) {
  const { t } = useWords();
  const lang = useLang();
  const { count, rate, moment } = formats(lang);
  const { network } = screen.known;
  const from = network.periods.find(({ id }) => id === why.period);
  const { shown, withheld, rules } = why;
  const missing = withheld?.rule === "small" ? t("why.small") : t("why.noView");
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
      <dt>{t("why.count")}</dt>
      <dd>{shown?.value != null ? count(shown.value) : missing}</dd>
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
      {shown?.value != null && why.hours > 0 && (
        <>
          <dt>{t("why.rate")}</dt>
          <dd>{rate((shown.value / why.hours) * 10)}</dd>
        </>
      )}
      <dt>{t("why.rule")}</dt>
      <dd>{t("why.ruleText", rules)}</dd>
    </dl>
  );
}

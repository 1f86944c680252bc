import { useMemo, useState } from "react";
import type { GapField } from "../../../domain/gaps/gapField.ts";
import { type NeedReason, whyGap } from "../../../domain/gaps/whyGap.ts";
import { hoursTitle } from "../../hoursWords.ts";
import type { Gaps } from "../../useGaps.ts";
import type { Screen } from "../../useScreen.ts";
import { everydayName, nameOf } from "../../words.ts";
import { Rich } from "../frame/Rich.tsx";
import { WhyBox, WhyPlace, type WhyRef } from "../zone/WhyBox.tsx";
import { gapLevel, gapMark, gapSentence } from "./gapWords.ts";
import { WhyMethod } from "./WhyMethod.tsx";
import { WhySlots } from "./WhySlots.tsx";
import { sensitivityText, sumText } from "./whyGapWords.ts";
import "./whyGap.css";

type Props = { screen: Screen; gaps: Gaps; zone: string | null };

/** Why the gaps are what they are: zone by zone and need by need, and the method in plain words. */
export function WhyGap({ box, ...shown }: Props & { box: WhyRef }) {
  return (
    <WhyBox box={box} wide>
      {() => <WhyZone key={shown.zone} {...shown} />}
    </WhyBox>
  );
}

function WhyZone({ screen, gaps, zone }: Props) {
  const { t, lang } = screen.telling;
  const { network, zones } = screen.known;
  const first = zone ?? gaps.act[0]?.id ?? gaps.zones[0]?.id ?? "";
  const [chosen, choose] = useState(first);
  return (
    <>
      <p>{t("why.gap.short")}</p>
      {network.simulated && <p className="why-simulated">{t("app.simulatedWhy")}</p>}
      <WhyPlace
        label={t("table.zone")}
        value={chosen}
        choose={choose}
        places={zones.features.map(({ properties }) => ({
          id: properties.id,
          name: nameOf(properties, lang),
        }))}
      />
      {gaps.field && <WhyNeeds screen={screen} gaps={gaps} field={gaps.field} zone={chosen} />}
      <WhyMethod screen={screen} gaps={gaps} />
    </>
  );
}

function WhyNeeds({ screen, gaps, field, zone: id }: Props & { field: GapField; zone: string }) {
  const { telling, known, hours } = screen;
  const { t, lang } = telling;
  const reasons = useMemo(() => whyGap(field, id, hours), [field, id, hours]);
  const zone = gaps.zones.find((one) => one.id === id);
  const needName = (need: string) => nameOf(known.needs.find((one) => one.id === need) ?? { id: need }, lang);
  return (
    <>
      {zone && (
        <p>
          <Rich text={gapSentence(telling, zone, needName)} />
        </p>
      )}
      <h3>{t("why.gap.needs", { hours: hoursTitle(t, lang, screen.facts) })}</h3>
      {reasons.map((reason) => (
        <details
          key={`${id} ${reason.need}`}
          open={reason.need === (zone?.lacking[0] ?? reasons[0]?.need)}
          data-class={reason.gap.class}
        >
          <summary>
            <b>{needName(reason.need)}</b>
            <span>{t(`gaps.class.${gapLevel(reason)}`)}</span>
            <em>{reason.gap.middle === null ? "?" : gapMark(telling, reason)}</em>
          </summary>
          <Reason screen={screen} gaps={gaps} reason={reason} />
        </details>
      ))}
    </>
  );
}

type ReasonProps = { screen: Screen; gaps: Gaps; reason: NeedReason };

function Reason({ screen, gaps, reason }: ReasonProps) {
  const { t, lang } = screen.telling;
  const names = reason.services.map((id) => everydayName(screen.serviceOf(id) ?? { id }, lang));
  return (
    <>
      <p>{t("why.gap.able", { count: names.length, names: names.join(", ") })}</p>
      <WhySlots screen={screen} slots={reason.slots} />
      <p>{sumText(screen, reason, gaps)}</p>
      {reason.gap.middle !== null && <p>{sensitivityText(screen.telling, reason.gap.middle)}</p>}
    </>
  );
}

import { useState } from "react";
import type { Finding } from "../../../../domain/emerging/reading.ts";
import type { EmergingAnswer } from "../../../emergingAnswer.ts";
import type { Emerging } from "../../../useEmerging.ts";
import type { Screen } from "../../../useScreen.ts";
import { Rich } from "../../frame/Rich.tsx";
import { WhyBox, WhyPlace, type WhyRef } from "../../zone/WhyBox.tsx";
import { closeDay } from "../closes/closeDay.ts";
import { findingSentence } from "../findingWords.ts";
import { sayingOf } from "../sayingOf.ts";
import { WhyHours } from "./WhyHours.tsx";
import { reasons } from "./whyWords.ts";
import "../../gaps/whyGap.css";

type Props = { screen: Screen; emerging: Emerging; first: string | null };

/** Why a finding is one, in plain words: what was compared, how effort and chance are taken out, what is held back. */
export function WhyFinding({ box, ...shown }: Props & { box: WhyRef }) {
  return (
    <WhyBox box={box} wide>
      {() => <WhyAny key={shown.first} {...shown} />}
    </WhyBox>
  );
}

function WhyAny({ screen, emerging, first }: Props) {
  const { t } = screen.telling;
  const saying = sayingOf(screen);
  const { answer, city, findings, chosen: looked } = emerging;
  const all = [...city, ...findings].map(({ finding }) => finding);
  const [chosen, choose] = useState(first ?? looked?.finding.id ?? all[0]?.id ?? "");
  const finding = all.find(({ id }) => id === chosen) ?? null;
  const plain = (one: Finding) => findingSentence(saying, one).replaceAll(/<\/?b>/g, "");
  if (!answer) return null;
  return (
    <>
      <p>{t("emerge.why.short")}</p>
      {screen.known.network.simulated && <p className="why-simulated">{t("app.simulatedWhy")}</p>}
      {all.length > 1 && (
        <WhyPlace
          label={t("emerge.why.which")}
          value={chosen}
          choose={choose}
          places={all.map((one) => ({ id: one.id, name: plain(one) }))}
        />
      )}
      {finding === null && <p>{t("emerge.why.none")}</p>}
      {finding && (
        <p className="why-said">
          <Rich text={findingSentence(saying, finding)} />
        </p>
      )}
      {reasons(saying, finding, answer).map(({ about, said }) => (
        <section key={about}>
          <h3>{t(`emerge.why.${about}`)}</h3>
          {said.map((text) => (
            <p key={text}>{text}</p>
          ))}
          {about === "compared" && finding && <WhyHours screen={screen} finding={finding} answer={answer} />}
        </section>
      ))}
      <p className="why-made">{madeText(screen, answer)}</p>
    </>
  );
}

function madeText({ telling: { t, lang } }: Screen, answer: EmergingAnswer): string {
  const { epoch, method, code_version } = answer;
  const date = epoch === null ? "–" : closeDay(epoch, lang);
  return t("emerge.why.made", { date, method, version: code_version ?? "–" });
}

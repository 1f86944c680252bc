import type { EmergingAnswer } from "../../../emergingAnswer.ts";
import type { Screen } from "../../../useScreen.ts";
import { WhyBox, type WhyRef } from "../../zone/WhyBox.tsx";

const STATES = ["confirmed", "emerging", "norm", "few", "unknown"] as const;
const GRADES = ["confirmed", "to_confirm", "slow"] as const;
const PARTS = ["method", "blind", "alarms"] as const;

type Props = { screen: Screen; answer: EmergingAnswer; box: WhyRef };

/** *Come si legge*: states, lines, the method in a few paragraphs, what it cannot see, how often it is wrong. */
export function ReadingHelp({ screen, answer, box }: Props) {
  const { t } = screen.telling;
  return (
    <WhyBox box={box} title={t("emerge.help.title")}>
      {() => (
        <div className="emerge-help">
          <h3>{t("emerge.help.states")}</h3>
          <ul>
            {STATES.map((state) => (
              <li key={state}>
                <span className="swatch" data-emerge={state} />
                <p>
                  <b>{t(`emerge.state.${state}`)}</b>: {t(`emerge.help.state.${state}`, answer.parameters)}
                </p>
              </li>
            ))}
          </ul>
          <h3>{t("emerge.help.lines")}</h3>
          <ul>
            {GRADES.map((grade) => (
              <li key={grade}>
                <span className="grade" data-grade={grade}>
                  {t(`emerge.grade.${grade}`)}
                </span>
                <p>{t(`emerge.help.line.${grade}`)}</p>
              </li>
            ))}
          </ul>
          {PARTS.map((part) => (
            <section key={part}>
              <h3>{t(`emerge.help.${part}`)}</h3>
              <p>{t(`emerge.help.${part}Text`, answer.parameters)}</p>
              <p>{t(`emerge.help.${part}More`, answer.parameters)}</p>
            </section>
          ))}
        </div>
      )}
    </WhyBox>
  );
}

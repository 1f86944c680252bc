import { formatSegments, runsOf, segmentsOf } from "../../../domain/chosenHours.ts";
import { formatWhatIf } from "../../../domain/whatif/whatIf.ts";
import { questions, useAnswer } from "../../api.ts";
import type { Gaps } from "../../useGaps.ts";
import type { Screen } from "../../useScreen.ts";
import { AdviceForm } from "../advice/AdviceForm.tsx";
import { type AdviceAnswer, adviceSentence, provenText } from "../advice/adviceWords.ts";
import { ProposalList } from "../advice/ProposalList.tsx";
import { trialOf } from "../advice/trialOf.ts";
import { ErrorCard } from "../frame/ErrorCard.tsx";
import { Rich } from "../frame/Rich.tsx";
import { SupposedList } from "../whatif/SupposedList.tsx";
import { ListTabs } from "./ListTabs.tsx";
import "../advice/advice.css";
import "../advice/proposals.css";

/** Where the next hours help most: a question, shifts that answer it, and the hypothesis they can be tried in. */
export function ProposalPanel({ screen }: { screen: Screen; gaps: Gaps }) {
  const { t } = screen.telling;
  const { view } = screen;
  const answer = useAnswer(questionOf(screen));
  const asked = view.ask !== null;
  const busy = asked && !answer.current && answer.problem === null;
  const shown = asked ? answer.data : null;
  return (
    <div className="panel-scroll advice">
      <ListTabs chosen={view.list} />
      {!asked && (
        <p className="sentence">
          <Rich text={t("advice.intro")} />
        </p>
      )}
      <AdviceForm
        key={`${JSON.stringify(view.ask)} ${view.givers} ${formatWhatIf(view.move)}`}
        screen={screen}
      />
      <p className="advice-busy" role="status">
        {busy && t("advice.busy")}
      </p>
      {answer.problem && <ErrorCard problem={answer.problem} retry={answer.retry} kept={shown !== null} />}
      <div className="advice-answer" aria-busy={busy} data-stale={shown !== null && !answer.current}>
        {shown && <Told screen={screen} answer={shown} />}
      </div>
      <SupposedList screen={screen} />
      <p className="advice-note">{t("advice.assume")}</p>
    </div>
  );
}

function Told({ screen, answer }: { screen: Screen; answer: AdviceAnswer }) {
  const { telling } = screen;
  const { t } = telling;
  return (
    <>
      <p className="sentence">
        <Rich text={adviceSentence(telling, answer)} />
      </p>
      {answer.shifts.length > 0 && (
        <p className="advice-note">
          {provenText(telling, answer)}{" "}
          {answer.look_hours > 0 && t("advice.look", { count: answer.look_hours })}{" "}
          {answer.unused > 0 && t("advice.unused", { count: answer.unused })}
        </p>
      )}
      {answer.shifts.length > 0 && (
        <ProposalList screen={screen} proposals={answer.shifts} trial={trialOf(screen, answer.shifts)} />
      )}
    </>
  );
}

function questionOf({ view, asked, places, known }: Screen) {
  if (!view.ask || !asked) return null;
  const { hours, shortest, longest, here } = view.ask;
  const segments = runsOf(places).flatMap((run) => segmentsOf(run, known.network.day_start));
  return questions.advice({
    period: asked.id,
    hours,
    shortest,
    longest,
    services: view.givers,
    needs: view.needs,
    allowed: here ? formatSegments(segments) : "",
    move: formatWhatIf(view.move),
  });
}

import { type RefObject, useState } from "react";
import type { Problem } from "../../answered.ts";
import { formats } from "../../format.ts";
import { problemWords as refusalWords } from "../../panels/entry/problemWords.ts";
import { WhyBox } from "../../panels/zone/WhyBox.tsx";
import { askAgain } from "../../useKnown.ts";
import { Field } from "../fields/Field.tsx";
import { type ChangeSaid, changeSaid, thingName } from "../words/changeWords.ts";
import { problemWords } from "../words/problemWords.ts";
import { tellingOf } from "../words/telling.ts";
import { editing, type Manage } from "./useManage.ts";
import "./publish.css";

type Props = {
  manage: Manage;
  box: RefObject<HTMLDialogElement | null>;
  onPublished: (day: string) => void;
};

/** What publishing the draft would change, from when and why, and the note that goes with it. */
export function PublishDialog({ manage, box, onPublished }: Props) {
  return (
    <WhyBox box={box} wide title={manage.t("manage.reviewTitle")}>
      {() => <Review manage={manage} box={box} onPublished={onPublished} />}
    </WhyBox>
  );
}

function Review({ manage, box, onPublished }: Props) {
  const { t, draft } = manage;
  const [note, setNote] = useState("");
  const [problem, setProblem] = useState<Problem | null>(null);
  const [busy, setBusy] = useState(false);
  const open = draft.editions.draft;
  if (!open) return problem && <Refused manage={manage} problem={problem} />;
  const publish = async () => {
    setBusy(true);
    const reply = await draft.publish(note.trim() || t("manage.noNote"));
    setBusy(false);
    setProblem(reply.problem);
    if (reply.problem) return;
    askAgain();
    onPublished(open.takes_effect ?? manage.today);
    box.current?.close();
  };
  return (
    <form
      className="review"
      onSubmit={(event) => {
        event.preventDefault();
        publish();
      }}
    >
      <Effect manage={manage} />
      <Changes manage={manage} />
      <Field label={t("manage.note")} hint={t("manage.noteHint")}>
        {(described) => (
          <textarea
            {...described}
            rows={2}
            maxLength={500}
            value={note}
            onChange={({ target }) => setNote(target.value.replace(/\s+/g, " "))}
          />
        )}
      </Field>
      {problem && <Refused manage={manage} problem={problem} />}
      <button type="submit" className="action" disabled={busy || open.problems.length > 0}>
        {t(busy ? "manage.publishing" : "manage.publish")}
      </button>
    </form>
  );
}

function Refused({ manage: { t, lang }, problem }: { manage: Manage; problem: Problem }) {
  const detail = refusalWords(t, lang, problem);
  return (
    <p className="field-problem" role="alert">
      {t(problem.status === 409 ? "manage.publishConflict" : "manage.publishFailed", { detail })}
    </p>
  );
}

/** From when the draft holds; or what is to be put right before. */
function Effect({ manage }: { manage: Manage }) {
  const { t, lang, today, draft } = manage;
  const open = draft.editions.draft;
  const edits = editing(manage);
  if (!open || !edits) return null;
  const telling = tellingOf(edits);
  if (open.problems.length > 0)
    return (
      <div className="review-effect" data-kind="wrong" role="alert">
        <p>{t("manage.mustCorrect", { count: open.problems.length })}</p>
        <ul>
          {open.problems.slice(0, 12).map((one) => (
            <li key={`${one.part} ${one.row} ${one.field} ${one.message}`}>
              <b>{[t(`manage.thing.${one.part}`), thingName(telling, one)].filter(Boolean).join(" ")}</b>:{" "}
              {problemWords(telling, one)}
            </li>
          ))}
        </ul>
      </div>
    );
  const later = open.takes_effect !== null && open.takes_effect > today;
  const date = later ? formats(lang).date(open.takes_effect ?? today) : "";
  return (
    <p className="review-effect" data-kind={later ? "later" : "now"}>
      {t(later ? "manage.effectLater" : "manage.effectNow", { date })}
    </p>
  );
}

function Changes({ manage }: { manage: Manage }) {
  const { draft, today } = manage;
  const edits = editing(manage);
  const open = draft.editions.draft;
  if (!open || !edits) return null;
  const telling = tellingOf(edits);
  const later = open.takes_effect === null || open.takes_effect > today;
  return (
    <ul className="review-changes">
      {open.changes.map((change) => (
        <li key={`${change.part} ${change.kind} ${change.id} ${change.fields}`} data-kind={change.kind}>
          <Said said={changeSaid(telling, change)} manage={manage} waits={later} />
        </li>
      ))}
    </ul>
  );
}

type SaidProps = { said: ChangeSaid; manage: Manage; waits: boolean };

function Said({ said: { title, fields, wait }, manage: { t }, waits }: SaidProps) {
  return (
    <>
      <p>
        <b>{title}</b>
        {wait && waits && <small> {t(`manage.wait.${wait}`)}</small>}
      </p>
      {fields.length > 0 && (
        <dl>
          {fields.map(({ field, label, before, after }) => (
            <div key={field}>
              <dt>{label}</dt>
              <dd>
                {before === after ? (
                  t("manage.fieldChanged")
                ) : (
                  <>
                    <del>{before}</del> → <ins>{after}</ins>
                  </>
                )}
              </dd>
            </div>
          ))}
        </dl>
      )}
    </>
  );
}

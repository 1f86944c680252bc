import { useState } from "react";
import { formats } from "../../format.ts";
import { setView } from "../../view.ts";
import { capital } from "../../words.ts";
import type { Change, Edition } from "../draft.ts";
import type { Manage } from "../frame/useManage.ts";
import { byWords } from "../words/byWords.ts";
import { labelOf } from "../words/changeWords.ts";
import { namesIn } from "./namesIn.ts";
import "./history.css";

/** Every edition of the network: who published it, when, why, and what it changed. */
export function HistoryPart({ manage }: { manage: Manage }) {
  const { t, draft } = manage;
  const { editions, withdrawn } = draft.editions;
  return (
    <section className="part-page history">
      <h2>{t("manage.part.history")}</h2>
      <p className="field-hint">{t("manage.historyHint")}</p>
      <ol>
        {editions.map((edition) => (
          <Published
            key={edition.number}
            manage={manage}
            edition={edition}
            withdrawn={withdrawn.includes(edition.number)}
          />
        ))}
        <li className="edition">
          <header>
            <h3>{t("manage.seedEdition")}</h3>
            {editions.length > 0 && <Restore manage={manage} number={0} />}
          </header>
          <p>{t("manage.seed")}</p>
        </li>
      </ol>
    </section>
  );
}

type PublishedProps = { manage: Manage; edition: Edition; withdrawn: boolean };

function Published({ manage, edition, withdrawn }: PublishedProps) {
  const { t, lang, today, known, draft } = manage;
  const { number, by, note, published_at, takes_effect, changes } = edition;
  const date = formats(lang).moment(published_at, known.network.timezone);
  const current = draft.editions.current === number;
  const waits = takes_effect !== null && takes_effect > today && !withdrawn;
  const state = [
    current ? t("manage.inForce") : "",
    waits ? t("manage.waitsFor", { date: formats(lang).date(takes_effect) }) : "",
    withdrawn ? t("manage.withdrawn") : "",
  ].find(Boolean);
  return (
    <li className="edition" data-current={current}>
      <header>
        <h3>{t("manage.editionTitle", { number })}</h3>
        {state && <span className="state-pill">{state}</span>}
        {!current && <Restore manage={manage} number={number} />}
      </header>
      <p>
        {capital(t("manage.publishedBy", { by: byWords(t, by), date }))}{" "}
        {note === t("manage.noNote") ? note : <q>{note}</q>}
      </p>
      <ul>
        {changes.map((change) => (
          <li key={`${change.part} ${change.kind} ${change.id} ${change.fields}`}>{said(manage, change)}</li>
        ))}
      </ul>
    </li>
  );
}

/** What changed then: what it was called then is not known any more, only what it is called now. */
function said(manage: Manage, change: Change): string {
  const { t, lang } = manage;
  const title = t(`manage.kind.${change.kind}`, {
    what: t(`manage.thing.${change.part}`),
    name: namesIn(manage, change),
  });
  const fields = [...new Set(change.fields.map((field) => labelOf(t, field.replace(/^properties\./, ""))))];
  return fields.length > 0 ? `${title}: ${formats(lang).list(fields).toLocaleLowerCase()}` : title;
}

function Restore({ manage: { t, draft }, number }: { manage: Manage; number: number }) {
  const [problem, setProblem] = useState("");
  if (draft.rows === null) return null;
  const restore = async () => {
    const reply = await draft.restore(number);
    if (reply.problem) setProblem(t(reply.problem.status === 409 ? "manage.draftThere" : "manage.failed"));
    else setView({ part: "history", item: null }, "replace");
  };
  return (
    <span className="restore">
      <button type="button" className="plain-button" onClick={restore}>
        {t("manage.restore")}
      </button>
      {problem && <span role="alert">{problem}</span>}
    </span>
  );
}

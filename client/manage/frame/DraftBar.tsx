import { useRef, useState } from "react";
import type { Problem } from "../../answered.ts";
import { formats } from "../../format.ts";
import { ErrorCard } from "../../panels/frame/ErrorCard.tsx";
import { setView } from "../../view.ts";
import { useUnsaved } from "../typed.ts";
import { byWords } from "../words/byWords.ts";
import { PublishDialog } from "./PublishDialog.tsx";
import type { Manage } from "./useManage.ts";
import "./draftBar.css";

/** Where the network stands: published, or a draft with what is in it, and what can be done with that. */
export function DraftBar({ manage }: { manage: Manage }) {
  const { t, draft } = manage;
  const { draft: open } = draft.editions;
  const unsaved = useUnsaved().length;
  const dialog = useRef<HTMLDialogElement>(null);
  const [said, setSaid] = useState("");
  const state = open ? "draft" : "published";
  return (
    <section className="draft-bar" data-state={state} aria-label={t("manage.state")}>
      <p>
        <span className="state-pill">{t(`manage.${state}`)}</span>
        <span>{open ? draftWords(manage) : publishedWords(manage)}</span>
        {unsaved > 0 && <b className="unsaved">{t("manage.unsavedForms", { count: unsaved })}</b>}
      </p>
      {open && manage.draft.rows && (
        <div className="draft-acts">
          <Discard manage={manage} say={setSaid} />
          {(open.changes.length > 0 || open.restored !== null) && (
            <button type="button" className="action" onClick={() => dialog.current?.showModal()}>
              {t("manage.review")}
            </button>
          )}
        </div>
      )}
      <p className="draft-said" role="status">
        {said}
      </p>
      <PublishDialog
        manage={manage}
        box={dialog}
        onPublished={(day) => {
          const at = formats(manage.lang).date(day);
          setSaid(t(day <= manage.today ? "manage.publishedNow" : "manage.publishedLater", { date: at }));
        }}
      />
    </section>
  );
}

/** "di anna, dal 12 nov · 3 modifiche · 1 da correggere". */
function draftWords({ t, lang, draft, known }: Manage): string {
  const open = draft.editions.draft;
  if (!open) return "";
  const since = formats(lang).moment(open.since, known.network.timezone);
  const made =
    open.restored === null
      ? t("manage.draftBy", { by: byWords(t, open.by), since })
      : t("manage.draftOf", { by: byWords(t, open.by), since, number: open.restored });
  const wrong = open.problems.length;
  return [
    made,
    t("manage.changes", { count: open.changes.length }),
    wrong > 0 ? t("manage.toCorrect", { count: wrong }) : "",
    wrong === 0 && open.changes.length > 0 ? t("manage.toPublish") : "",
  ]
    .filter(Boolean)
    .join(" · ");
}

function publishedWords({ t, lang, draft, known }: Manage): string {
  const { current, editions } = draft.editions;
  const edition = editions.find(({ number }) => number === current);
  if (!edition) return t("manage.seed");
  const date = formats(lang).moment(edition.published_at, known.network.timezone);
  return t("manage.edition", { number: current, by: byWords(t, edition.by), date });
}

/** Asked twice: what is thrown away was kept on the server. What somebody saved meanwhile is asked about anew. */
function Discard({ manage: { t, draft }, say }: { manage: Manage; say: (words: string) => void }) {
  const [asking, ask] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const discard = async () => {
    ask(false);
    const { problem: refused } = await draft.discard();
    const moved = refused?.status === 409;
    say(moved ? t("manage.discardMoved") : "");
    setProblem(moved ? null : refused);
    if (!refused) setView({ item: null }, "replace");
  };
  if (problem) return <ErrorCard problem={problem} retry={discard} kept />;
  if (!asking)
    return (
      <button type="button" className="plain-button" onClick={() => ask(true)}>
        {t("manage.discard")}
      </button>
    );
  return (
    <span className="discard-sure" role="alert">
      {t("manage.discardSure", { count: draft.editions.draft?.changes.length ?? 0 })}
      <button type="button" className="plain-button" onClick={() => ask(false)}>
        {t("manage.keep")}
      </button>
      <button type="button" className="plain-button danger" onClick={discard}>
        {t("manage.discardYes")}
      </button>
    </span>
  );
}

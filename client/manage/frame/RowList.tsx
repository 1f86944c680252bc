import { Plus } from "lucide-react";
import { type MouseEvent, type ReactNode, useState } from "react";
import type { PartName } from "../../address.ts";
import { setView } from "../../view.ts";
import { useUnsaved } from "../typed.ts";
import type { Editing } from "./useManage.ts";
import "./list.css";

export type Entry = {
  id: string;
  /** What it is found by. */
  text: string;
  title: ReactNode;
  detail?: ReactNode;
  mark?: ReactNode;
  /** A heading it stands under. */
  group?: string | undefined;
  closed?: boolean;
};

type Props = {
  editing: Editing;
  part: PartName;
  entries: readonly Entry[];
  /** The words on the button that adds one; none where none can be added. */
  add?: string;
  children?: ReactNode;
};

/** The rows of a part: found by any of their words, opened by a click, marked when changed or wrong. */
export function RowList({ editing, part, entries, add, children }: Props) {
  const { t } = editing;
  const [wanted, want] = useState("");
  const words = wanted.toLocaleLowerCase().split(/\s+/).filter(Boolean);
  const found = entries.filter(({ text }) => {
    const all = text.toLocaleLowerCase();
    return words.every((word) => all.includes(word));
  });
  const groups = [...new Set(found.map(({ group }) => group))];
  return (
    <section className="row-list" aria-label={t(`manage.part.${part}`)}>
      <header>
        <h2>
          {t(`manage.part.${part}`)} <span className="list-count">{entries.length}</span>
        </h2>
        <input
          type="search"
          value={wanted}
          placeholder={t("manage.search")}
          aria-label={t("manage.search")}
          onChange={({ target }) => want(target.value)}
        />
        {add && (
          <button type="button" className="action" onClick={() => setView({ item: "~new" })}>
            <Plus size={16} aria-hidden /> {add}
          </button>
        )}
      </header>
      <p className="list-found" role="status">
        {words.length > 0 && t("manage.found", { count: found.length })}
      </p>
      {groups.map((group) => (
        <div key={group ?? ""}>
          {group !== undefined && <h3>{group}</h3>}
          <ul>
            {found
              .filter((entry) => entry.group === group)
              .map((entry) => (
                <Line key={entry.id} editing={editing} part={part} entry={entry} />
              ))}
          </ul>
        </div>
      ))}
      {children}
    </section>
  );
}

function Line({ editing, part, entry }: { editing: Editing; part: PartName; entry: Entry }) {
  const { t, view, draft } = editing;
  const unsaved = useUnsaved().includes(`${part}/${entry.id}`);
  const { changes = [], problems = [] } = draft.editions.draft ?? {};
  const change = changes.find((one) => one.part === part && one.id === entry.id);
  const wrong = problems.some((one) => one.part === part && one.id === entry.id);
  const open = (event: MouseEvent) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    setView({ item: entry.id });
  };
  return (
    <li>
      <a
        className="row-line"
        href={`?screen=gestione&part=${part}&item=${entry.id}`}
        aria-current={view.item === entry.id ? "true" : undefined}
        data-closed={entry.closed}
        onClick={open}
      >
        {entry.mark}
        <span className="row-words">
          <span>{entry.title}</span>
          {entry.detail && <small>{entry.detail}</small>}
        </span>
        {wrong && <span className="row-mark wrong">{t("manage.wrong")}</span>}
        {unsaved && <span className="row-mark">{t("manage.unsaved")}</span>}
        {!unsaved && change && <span className="row-mark">{t(`manage.mark.${change.kind}`)}</span>}
      </a>
    </li>
  );
}

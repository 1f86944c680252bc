import type { MouseEvent } from "react";
import { PARTS, type PartName } from "../../address.ts";
import { setView } from "../../view.ts";
import type { Change } from "../draft.ts";
import { useUnsaved } from "../typed.ts";
import type { Manage } from "./useManage.ts";
import "./partTabs.css";

/** The parts of a draft that each tab holds. */
const HOLDS: Record<PartName, readonly string[]> = {
  services: ["services"],
  schedules: ["schedules"],
  needs: ["needs", "groups"],
  slots: ["slots"],
  aims: ["aims", "relations"],
  zones: ["zones"],
  history: [],
};

/** What can be managed; a tab says how much of it is changed in the draft, or not saved. */
export function PartTabs({ manage }: { manage: Manage }) {
  const { t, view, draft } = manage;
  const unsaved = useUnsaved();
  const open = (event: MouseEvent, part: PartName) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    setView({ part, item: null });
  };
  const isCurrent = (part: PartName) => part === view.part || draft.rows === null;
  const shown = draft.rows === null ? (["history"] as const) : PARTS;
  return (
    <nav className="part-tabs" aria-label={t("manage.parts")}>
      {shown.map((part) => (
        <a
          key={part}
          href={`?screen=gestione&part=${part}`}
          ref={isCurrent(part) ? intoView : undefined}
          aria-current={isCurrent(part) ? "page" : undefined}
          onClick={(event) => open(event, part)}
        >
          {t(`manage.part.${part}`)}
          <Mark manage={manage} part={part} unsaved={unsaved} />
        </a>
      ))}
    </nav>
  );
}

/** On a phone the tabs are wider than the page. */
const intoView = (tab: HTMLElement | null) => tab?.scrollIntoView({ block: "nearest", inline: "nearest" });

type MarkProps = { manage: Manage; part: PartName; unsaved: readonly string[] };

function Mark({ manage: { t, draft }, part, unsaved }: MarkProps) {
  const held = (one: Change) => HOLDS[part].includes(one.part);
  const count = draft.editions.draft?.changes.filter(held).length ?? 0;
  const typing = unsaved.some((form) => form.startsWith(`${part}/`));
  if (count === 0 && !typing) return null;
  const words = typing ? t("manage.unsaved") : t("manage.changed", { count });
  return (
    <span className="part-mark" data-typing={typing} title={words}>
      {typing ? "●" : count}
      <span className="hidden"> {words}</span>
    </span>
  );
}

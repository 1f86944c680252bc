import { setView } from "../../view.ts";
import { nameOf } from "../../words.ts";
import type { Row } from "../draft.ts";
import { Choice } from "../fields/Field.tsx";
import { NameFields } from "../fields/NameFields.tsx";
import { Editor } from "../frame/Editor.tsx";
import { RowList } from "../frame/RowList.tsx";
import { type Editing, editing, type Manage } from "../frame/useManage.ts";
import { useRowForm } from "../frame/useRowForm.ts";
import { proposeId } from "../services/newService.ts";
import { namesOf } from "../words/changeWords.ts";
import { EntryNames } from "./EntryNames.tsx";

/** The needs that can be recorded, by the group each belongs to. */
export function NeedsPart({ manage }: { manage: Manage }) {
  const edits = editing(manage);
  if (!edits) return null;
  const { t, view, rows, lang } = edits;
  const blank = {
    id: "",
    name: "",
    name_it: "",
    name_en: "",
    group: rows.groups[0]?.id ?? "",
    sensitive: "false",
  };
  const open = view.item === "~new" ? blank : rows.needs.find(({ id }) => id === view.item);
  const groupName = (id: string | undefined) => {
    const group = rows.groups.find((one) => one.id === id);
    return group ? nameOf(namesOf(group), lang) : (id ?? "");
  };
  const order = rows.groups.map(({ id }) => id);
  const sorted = [...rows.needs].sort(
    (a, b) => order.indexOf(a["group"] ?? "") - order.indexOf(b["group"] ?? ""),
  );
  return (
    <div className="part" data-open={view.item !== null}>
      <RowList
        editing={edits}
        part="needs"
        add={t("manage.newNeed")}
        entries={sorted.map((row) => ({
          id: row["id"] ?? "",
          text: Object.values(row).join(" "),
          title: nameOf(namesOf(row), lang),
          detail: detailOf(edits, row),
          group: groupName(row["group"]),
          closed: row["retired"] === "true",
        }))}
      >
        <EntryNames editing={edits} part="groups" title={t("manage.groups")} add={t("manage.newGroup")} />
      </RowList>
      {open && <NeedForm key={view.item} editing={edits} item={view.item ?? ""} start={open} />}
    </div>
  );
}

function detailOf({ t }: Editing, row: Row): string {
  return [
    row["sensitive"] === "true" ? t("manage.sensitive") : "",
    row["retired"] === "true" ? t("manage.retired") : "",
  ]
    .filter(Boolean)
    .join(" · ");
}

function NeedForm({ editing: edits, item, start }: { editing: Editing; item: string; start: Row }) {
  const { t, rows, lang, known } = edits;
  const form = useRowForm(edits, { part: "needs", item, start });
  const { row, change, problem } = form;
  const save = async () => {
    const id =
      row["id"] ||
      proposeId(
        row["name"] ?? "",
        rows.needs.map((one) => one["id"] ?? ""),
      );
    change({ id });
    if (await form.save({ ...row, id })) setView({ item: id }, "replace");
  };
  const published = known.needs.some(({ id }) => id === item);
  const remove = async () => {
    if (await form.remove()) setView({ item: null }, "replace");
  };
  const tick = (field: "sensitive" | "retired") => (
    <label className="tick-field">
      <input
        type="checkbox"
        checked={row[field] === "true"}
        onChange={({ target }) => change({ [field]: String(target.checked) })}
      />
      {t(`manage.field.${field}`)}
    </label>
  );
  return (
    <Editor
      editing={edits}
      form={form}
      title={item === "~new" ? t("manage.newNeed") : nameOf(namesOf(start), lang)}
      onSave={save}
      remove={published || item === "~new" ? null : { word: t("manage.remove"), act: remove }}
    >
      <NameFields value={row} problem={problem} onChange={change} />
      <Choice
        label={t("manage.field.group")}
        value={row["group"] ?? ""}
        choices={rows.groups.map((group) => ({ id: group.id, name: nameOf(namesOf(group), lang) }))}
        problem={problem("group")}
        onChange={(group) => change({ group })}
      />
      {tick("sensitive")}
      <p className="field-hint">{t("manage.sensitiveHint")}</p>
      {"retired" in start && published && tick("retired")}
      {item !== "~new" && <p className="field-hint">{t("manage.needWaits")}</p>}
    </Editor>
  );
}

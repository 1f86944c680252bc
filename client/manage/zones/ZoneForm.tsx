import { useState } from "react";
import { nameOf } from "../../words.ts";
import { editOf, type ZoneFeature, type ZoneProperties } from "../draft.ts";
import { Choice, TextField } from "../fields/Field.tsx";
import { NameFields } from "../fields/NameFields.tsx";
import { Editor } from "../frame/Editor.tsx";
import type { Editing } from "../frame/useManage.ts";
import type { FormState, RowForm } from "../frame/useRowForm.ts";
import { useTyped } from "../typed.ts";
import { namesOf } from "../words/changeWords.ts";
import { problemsOf, problemWords } from "../words/problemWords.ts";
import { tellingOf } from "../words/telling.ts";
import { bare } from "../words/waits.ts";

/** What is known of a zone beside its shape. */
export function ZoneForm({ editing, zone }: { editing: Editing; zone: ZoneFeature }) {
  const { t, rows, lang } = editing;
  const form = useZoneForm(editing, zone);
  const { row, change, problem } = form;
  const parents = rows.zones.filter(({ properties }) => properties.id !== row.id && !properties.parent);
  return (
    <Editor editing={editing} form={form} title={nameOf(namesOf(zone.properties), lang)}>
      <NameFields value={row} problem={problem} onChange={change} />
      <Count
        label={t("manage.field.population")}
        hint={t("manage.populationHint")}
        count={row.population}
        problem={problem("population")}
        onChange={(count) => change({ population: count })}
      />
      <Count
        label={t("manage.field.addresses")}
        hint={t("manage.addressesHint")}
        count={row.addresses}
        problem={problem("addresses")}
        onChange={(count) => change({ addresses: count ?? undefined })}
      />
      <label className="tick-field">
        <input
          type="checkbox"
          checked={row.approximate ?? false}
          onChange={({ target }) => change({ approximate: target.checked })}
        />
        {t("manage.field.approximate")}
      </label>
      <Choice
        label={t("manage.field.parent")}
        value={row.parent ?? ""}
        choices={[
          { id: "", name: t("manage.noParent") },
          ...parents.map(({ properties }) => ({
            id: String(properties.id),
            name: nameOf(namesOf(properties), lang),
          })),
        ]}
        hint={t("manage.parentWaits")}
        problem={problem("parent")}
        onChange={(parent) => change({ parent: parent || null })}
      />
    </Editor>
  );
}

type CountProps = {
  label: string;
  hint: string;
  count: number | null | undefined;
  problem: string | undefined;
  onChange: (count: number | null) => void;
};

/** How many there are; nothing where it is not known. */
function Count({ count, onChange, ...said }: CountProps) {
  return (
    <TextField
      {...said}
      type="number"
      size="short"
      min={0}
      value={count === null || count === undefined ? "" : String(count)}
      onChange={(text) => onChange(text === "" ? null : Number(text))}
    />
  );
}

function useZoneForm(editing: Editing, zone: ZoneFeature): RowForm<ZoneProperties> {
  const { draft, rows } = editing;
  const { id } = zone.properties;
  const { value, dirty, change, forget } = useTyped<ZoneProperties>(`zones/${id}`, zone.properties);
  const [state, setState] = useState<FormState>({ at: "idle" });
  const place = { part: "zones", id: String(id), row: rows.zones.indexOf(zone) } as const;
  const wrong = problemsOf(draft.editions.draft?.problems ?? [], place);
  const save = async (row = value) => {
    setState({ at: "saving" });
    const saved = await draft.save([
      editOf("zones", (all) =>
        all.map((one) =>
          one.properties.id === id ? { ...one, properties: { ...one.properties, ...row } } : one,
        ),
      ),
    ]);
    setState(saved.state === "failed" ? { at: "failed", problem: saved.problem } : { at: saved.state });
    if (saved.state === "saved") forget();
    return saved.state === "saved";
  };
  return {
    row: value,
    dirty,
    state,
    inDraft: (draft.editions.draft?.changes ?? []).some(
      (one) => one.part === "zones" && one.id === String(id),
    ),
    theirs: state.at === "conflict" ? zone.properties : null,
    change,
    forget: () => {
      forget();
      setState({ at: "idle" });
    },
    problem: (field) => {
      const found = wrong.find((one) => bare(one.field) === field);
      return found && problemWords(tellingOf(editing), found);
    },
    save,
    remove: async () => false,
  };
}

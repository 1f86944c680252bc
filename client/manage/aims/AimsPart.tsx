import { useState } from "react";
import { nameOf } from "../../words.ts";
import { editOf, type Row } from "../draft.ts";
import { Choice } from "../fields/Field.tsx";
import { type Editing, editing, type Manage } from "../frame/useManage.ts";
import { EntryNames } from "../needs/EntryNames.tsx";
import { namesOf } from "../words/changeWords.ts";
import { savedWords } from "../words/savedWords.ts";
import { relationOf, withRelation } from "./relations.ts";
import "./aims.css";

const RELATIONS = ["", "complementary", "redundant", "contrasting"] as const;

export function AimsPart({ manage }: { manage: Manage }) {
  const edits = editing(manage);
  return edits && <Aims editing={edits} />;
}

/** The aims, and how each goes together with every other: one aim at a time, saved as it is chosen. */
function Aims({ editing: edits }: { editing: Editing }) {
  const { t, lang, rows, draft } = edits;
  const [chosen, choose] = useState(rows.aims[0]?.id ?? "");
  const [state, setState] = useState("");
  const name = (id: string) => {
    const aim = rows.aims.find((one) => one.id === id);
    return aim ? nameOf(namesOf(aim), lang) : id;
  };
  const set = async (other: string, relation: string) => {
    const saved = await draft.save([
      editOf("relations", (all: Row[]) => withRelation(all, { a: chosen, b: other, relation })),
    ]);
    setState(savedWords(edits, saved));
  };
  return (
    <section className="part-page">
      <h2>{t("manage.part.aims")}</h2>
      <p className="field-hint">{t("manage.aimsPage")}</p>
      <div className="aims-pair">
        <fieldset className="aim-list">
          <legend className="hidden">{t("manage.part.aims")}</legend>
          {rows.aims.map(({ id }) => (
            <button key={id} type="button" aria-pressed={id === chosen} onClick={() => choose(id)}>
              {name(id)}
              <small>
                {t("manage.relations", {
                  count: rows.relations.filter(({ a, b }) => a === id || b === id).length,
                })}
              </small>
            </button>
          ))}
        </fieldset>
        <fieldset className="relation-list">
          <legend>{t("manage.together", { name: name(chosen) })}</legend>
          {rows.aims
            .filter(({ id }) => id !== chosen)
            .map(({ id }) => (
              <Choice
                key={id}
                label={name(id)}
                value={relationOf(rows.relations, chosen, id)}
                choices={RELATIONS.map((relation) => ({
                  id: relation,
                  name: relation ? t(`manage.value.${relation}`) : t("manage.value.none"),
                }))}
                onChange={(relation) => set(id, relation)}
              />
            ))}
          <p role="status">{state}</p>
        </fieldset>
      </div>
      <EntryNames editing={edits} part="aims" title={t("manage.aimNames")} add={t("manage.newAim")} />
    </section>
  );
}

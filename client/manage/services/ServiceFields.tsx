import { formats } from "../../format.ts";
import { Chip } from "../../panels/frame/Chip.tsx";
import { nameOf } from "../../words.ts";
import type { Row } from "../draft.ts";
import { Field, TextField } from "../fields/Field.tsx";
import { NameFields } from "../fields/NameFields.tsx";
import { Ticks } from "../fields/Ticks.tsx";
import type { Editing } from "../frame/useManage.ts";
import { listOf } from "../schedules/turnRow.ts";
import { namesOf } from "../words/changeWords.ts";
import { colorOf, PALETTE } from "./newService.ts";
import "./service.css";

export type FieldsProps = {
  editing: Editing;
  row: Row;
  onChange: (patch: Partial<Row>) => void;
  problem: (field: string) => string | undefined;
};

/** Who a service is: names, initials and colour, aims, needs, how it is reached. */
export function ServiceFields({ editing, row, onChange, problem }: FieldsProps) {
  const { t, lang, rows } = editing;
  return (
    <>
      <NameFields value={row} problem={problem} onChange={onChange} />
      <Sign editing={editing} row={row} onChange={onChange} problem={problem} />
      <Ticks
        label={t("manage.field.aims")}
        hint={t("manage.aimsHint")}
        first={t("manage.mainAim")}
        choices={rows.aims.map((aim) => ({ id: aim.id, name: nameOf(namesOf(aim), lang) }))}
        chosen={listOf(row["aims"])}
        problem={problem("aims")}
        onChange={(aims) => onChange({ aims: aims.join(";") })}
      />
      <Ticks
        label={t("manage.field.needs")}
        all
        choices={rows.needs
          .filter((need) => need["retired"] !== "true")
          .map((need) => ({ id: need["id"] ?? "", name: nameOf(namesOf(need), lang) }))}
        chosen={listOf(row["needs"])}
        problem={problem("needs")}
        onChange={(needs) => onChange({ needs: needs.join(";") })}
      />
      <Contacts editing={editing} row={row} onChange={onChange} problem={problem} />
    </>
  );
}

/** The two initials and the colour: what stands on the map. */
function Sign({ editing: { t, lang, rows }, row, onChange, problem }: FieldsProps) {
  const others = rows.services.filter(({ id }) => id !== row["id"]);
  const holder = (color: string) => others.find((one) => one["color"]?.toLowerCase() === color);
  return (
    <div className="service-sign">
      <Field label={t("manage.field.initials")} problem={problem("initials")}>
        {(described) => (
          <span className="service-initials">
            <input
              {...described}
              required
              data-size="short"
              maxLength={2}
              autoComplete="off"
              value={row["initials"] ?? ""}
              onChange={({ target }) => onChange({ initials: target.value.toUpperCase() })}
            />
            <Chip service={{ initials: row["initials"] ?? "", color: colorOf(row) }} />
          </span>
        )}
      </Field>
      <fieldset className="row-field colour-choice">
        <legend>{t("manage.field.color")}</legend>
        <div>
          {PALETTE.map((color, n) => {
            const by = holder(color);
            const name = by ? `${by["initials"]}, ${nameOf(namesOf(by), lang)}` : "";
            const title = by ? t("manage.colorOf", { n: n + 1, name }) : t("manage.colorFree", { n: n + 1 });
            return (
              <button
                key={color}
                type="button"
                title={title}
                aria-label={title}
                aria-pressed={row["color"]?.toLowerCase() === color}
                onClick={() => onChange({ color })}
              >
                <Chip service={{ initials: by?.["initials"] ?? "", color }} />
              </button>
            );
          })}
        </div>
        {problem("color") && <p className="field-problem">{problem("color")}</p>}
      </fieldset>
    </div>
  );
}

function Contacts({ editing: { t, lang }, row, onChange, problem }: FieldsProps) {
  const held = ["phone", "email", "url"].map((field) => row[field] ?? "").filter(Boolean);
  const wrong = (["phone", "email", "url"] as const).some((field) => problem(field));
  return (
    <details className="more" open={wrong || undefined}>
      <summary>
        {t("manage.contacts")} <b>{held.length > 0 ? formats(lang).list(held) : t("manage.empty")}</b>
      </summary>
      <p className="field-hint">{t("manage.contactsHint")}</p>
      <div className="field-pair">
        {(["phone", "email", "url"] as const).map((field) => (
          <TextField
            key={field}
            label={t(`manage.field.${field}`)}
            type={({ phone: "tel", email: "email", url: "url" } as const)[field]}
            maxLength={200}
            value={row[field] ?? ""}
            problem={problem(field)}
            onChange={(text) => onChange({ [field]: text })}
          />
        ))}
      </div>
    </details>
  );
}

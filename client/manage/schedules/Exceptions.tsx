import { X } from "lucide-react";
import { useState } from "react";
import { formats } from "../../format.ts";
import type { Row } from "../draft.ts";
import { TextField } from "../fields/Field.tsx";
import type { Editing } from "../frame/useManage.ts";
import { listOf } from "./turnRow.ts";

type Props = {
  editing: Editing;
  row: Row;
  onChange: (patch: Partial<Row>) => void;
  problem: string | undefined;
};

/** The dates on which a turn is not held. */
export function Exceptions({ editing: { t, lang }, row, onChange, problem }: Props) {
  const [day, setDay] = useState("");
  const dates = listOf(row["exceptions"]);
  const set = (all: string[]) => onChange({ exceptions: [...new Set(all)].sort().join(";") });
  return (
    <fieldset className="row-field exceptions">
      <legend>{t("manage.field.exceptions")}</legend>
      {dates.length > 0 && (
        <ul className="date-list">
          {dates.map((date) => (
            <li key={date}>
              {/^\d{4}-\d\d-\d\d$/.test(date) ? formats(lang).date(date) : date}
              <button
                type="button"
                className="icon-button"
                aria-label={t("manage.dropDate", { date })}
                onClick={() => set(dates.filter((one) => one !== date))}
              >
                <X size={14} aria-hidden />
              </button>
            </li>
          ))}
        </ul>
      )}
      <div className="field-row add-date">
        <TextField label={t("manage.exceptionDay")} type="date" size="short" value={day} onChange={setDay} />
        <button
          type="button"
          className="plain-button"
          disabled={day === ""}
          onClick={() => {
            set([...dates, day]);
            setDay("");
          }}
        >
          {t("manage.addDate")}
        </button>
      </div>
      {problem && <p className="field-problem">{problem}</p>}
    </fieldset>
  );
}

import { useId } from "react";
import { useWords } from "../../../useWords.ts";
import { KINDS, type Sought } from "./seek.ts";

/** Not in the address: a login has no place in a browser's history. */
export function RecordFilter({ sought, seek }: { sought: Sought; seek: (sought: Sought) => void }) {
  const { t } = useWords();
  const id = useId();
  return (
    <>
      <div className="field">
        <label htmlFor={`${id}-login`}>{t("trail.who")}</label>
        <input
          id={`${id}-login`}
          type="search"
          autoComplete="off"
          value={sought.login}
          onChange={({ target }) => seek({ ...sought, login: target.value })}
        />
      </div>
      <div className="field">
        <label htmlFor={`${id}-kind`}>{t("trail.what")}</label>
        <select
          id={`${id}-kind`}
          value={sought.kind}
          onChange={({ target }) => seek({ ...sought, kind: target.value })}
        >
          <option value="">{t("trail.everything")}</option>
          {KINDS.map((kind) => (
            <option key={kind} value={kind}>
              {t(`trail.kind.${kind}`)}
            </option>
          ))}
        </select>
      </div>
    </>
  );
}

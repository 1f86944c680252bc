import { useId } from "react";
import { useWords } from "../../useWords.ts";
import "./fields.css";

type Props = {
  label: string;
  hint?: string | undefined;
  problem?: string | undefined;
  choices: readonly { id: string; name: string; title?: string }[];
  /** In the order in which they were chosen. */
  chosen: readonly string[];
  onChange: (chosen: string[]) => void;
  /** Says which was chosen first, where that matters. */
  first?: string;
  /** Offers all of them at once. */
  all?: boolean;
};

/** Several of a few things, each as a small button that stays pressed. */
export function Ticks({ label, hint, problem, choices, chosen, onChange, first, all }: Props) {
  const { t } = useWords();
  const id = useId();
  const said = [hint ? `${id}-hint` : "", problem ? `${id}-problem` : ""].filter(Boolean).join(" ");
  const every = choices.length > 0 && choices.every((one) => chosen.includes(one.id));
  const toggle = (one: string) =>
    onChange(chosen.includes(one) ? chosen.filter((other) => other !== one) : [...chosen, one]);
  return (
    <fieldset className="row-field ticks" aria-describedby={said || undefined}>
      <legend>
        {label}
        {all && (
          <button
            type="button"
            className="link"
            onClick={() => onChange(every ? [] : choices.map((one) => one.id))}
          >
            {t(every ? "manage.none" : "manage.all")}
          </button>
        )}
      </legend>
      <div className="ticks-row">
        {choices.map((one) => (
          <button
            key={one.id}
            type="button"
            title={one.title}
            aria-pressed={chosen.includes(one.id)}
            onClick={() => toggle(one.id)}
          >
            {one.name}
            {first && chosen[0] === one.id && chosen.length > 1 && <small>{first}</small>}
          </button>
        ))}
      </div>
      {hint && (
        <p className="field-hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {problem && (
        <p className="field-problem" id={`${id}-problem`}>
          {problem}
        </p>
      )}
    </fieldset>
  );
}

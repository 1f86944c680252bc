import { type InputHTMLAttributes, useId } from "react";

type Props = Pick<
  InputHTMLAttributes<HTMLInputElement>,
  "autoComplete" | "inputMode" | "autoFocus" | "maxLength"
> & {
  label: string;
  value: string;
  onChange: (value: string) => void;
  hint?: string;
};

/** One line of text with its name above it. */
export function TextField({ label, value, onChange, hint, ...more }: Props) {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {hint && <p id={`${id}-hint`}>{hint}</p>}
      <input
        {...more}
        id={id}
        type="text"
        autoCapitalize="none"
        spellCheck={false}
        required
        aria-describedby={hint ? `${id}-hint` : undefined}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
    </div>
  );
}

import { type ReactNode, useId } from "react";
import "./fields.css";

type Described = { id: string; "aria-describedby"?: string; "aria-invalid"?: true };

type Props = {
  label: string;
  hint?: string | undefined;
  problem?: string | undefined;
  children: (described: Described) => ReactNode;
};

/** A control with its label, what helps to fill it, and what is wrong with it. */
export function Field({ label, hint, problem, children }: Props) {
  const id = useId();
  const said = [hint ? `${id}-hint` : "", problem ? `${id}-problem` : ""].filter(Boolean).join(" ");
  return (
    <div className="row-field">
      <label htmlFor={id}>{label}</label>
      {children({
        id,
        ...(said ? { "aria-describedby": said } : {}),
        ...(problem ? { "aria-invalid": true as const } : {}),
      })}
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
    </div>
  );
}

type TextProps = Omit<Props, "children"> & {
  value: string;
  onChange: (value: string) => void;
  type?: "text" | "tel" | "email" | "url" | "date" | "time" | "number";
  required?: boolean;
  size?: "short" | "wide";
  maxLength?: number;
  min?: number;
};

export function TextField({ label, hint, problem, value, onChange, ...input }: TextProps) {
  const { size = "wide", type = "text", ...rest } = input;
  return (
    <Field label={label} hint={hint} problem={problem}>
      {(described) => (
        <input
          {...described}
          {...rest}
          type={type}
          data-size={size}
          autoComplete="off"
          value={value}
          onChange={({ target }) => onChange(target.value)}
        />
      )}
    </Field>
  );
}

type ChoiceProps = Omit<Props, "children"> & {
  value: string;
  choices: readonly { id: string; name: string }[];
  onChange: (id: string) => void;
};

export function Choice({ label, hint, problem, value, choices, onChange }: ChoiceProps) {
  return (
    <Field label={label} hint={hint} problem={problem}>
      {(described) => (
        <select {...described} value={value} onChange={({ target }) => onChange(target.value)}>
          {choices.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

import { useState } from "react";
import { Field } from "./Field.tsx";
import { timeOf } from "./timeOf.ts";

type Props = {
  label: string;
  hint?: string | undefined;
  problem?: string | undefined;
  value: string;
  onChange: (time: string) => void;
};

/** A time of the 24-hour clock, whatever the browser's own: "15", "9.30" and "2130" are understood. */
export function TimeField({ label, hint, problem, value, onChange }: Props) {
  const [typing, setTyping] = useState<string | null>(null);
  const type = (text: string) => {
    setTyping(text);
    onChange(timeOf(text) ?? text);
  };
  return (
    <Field label={label} hint={hint} problem={problem}>
      {(described) => (
        <input
          {...described}
          data-size="short"
          required
          inputMode="numeric"
          autoComplete="off"
          maxLength={5}
          value={typing ?? value}
          onChange={({ target }) => type(target.value)}
          onBlur={() => setTyping(null)}
        />
      )}
    </Field>
  );
}

import { Eye, EyeOff } from "lucide-react";
import { useId, useState } from "react";
import { useWords } from "../../useWords.ts";

type Props = {
  label: string;
  value: string;
  onChange: (value: string) => void;
  autoComplete: "current-password" | "new-password";
  hint?: string;
  focus?: boolean;
};

/** A password that can be looked at while it is typed: no need to type it twice. */
export function PasswordField({ label, value, onChange, autoComplete, hint, focus = false }: Props) {
  const { t } = useWords();
  const id = useId();
  const [shown, show] = useState(false);
  const Icon = shown ? EyeOff : Eye;
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {hint && <p id={`${id}-hint`}>{hint}</p>}
      <span className="field-box">
        <input
          id={id}
          type={shown ? "text" : "password"}
          autoComplete={autoComplete}
          autoCapitalize="none"
          spellCheck={false}
          // biome-ignore lint/a11y/noAutofocus: the one thing to do on this page
          autoFocus={focus}
          required
          aria-describedby={hint ? `${id}-hint` : undefined}
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
        <button
          type="button"
          className="icon-button"
          aria-label={t(shown ? "entry.hide" : "entry.show")}
          aria-pressed={shown}
          onClick={() => show(!shown)}
        >
          <Icon size={18} aria-hidden />
        </button>
      </span>
    </div>
  );
}

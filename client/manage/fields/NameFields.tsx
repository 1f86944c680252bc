import { useWords } from "../../useWords.ts";
import { TextField } from "./Field.tsx";

type Named = { name?: string; name_it?: string; name_en?: string };
type Props = {
  value: Named;
  problem: (field: string) => string | undefined;
  onChange: (names: { name: string; name_it: string; name_en: string }) => void;
};

/** A name in Italian and in English; `name` is what is said where a language is missing. */
export function NameFields({ value, problem, onChange }: Props) {
  const { t } = useWords();
  const italian = value.name_it || value.name || "";
  const english = value.name_en ?? "";
  const own = value.name !== undefined && value.name !== "" && value.name !== italian;
  const write = (it: string, en: string) =>
    onChange({ name: own ? (value.name ?? it) : it, name_it: it, name_en: en });
  return (
    <div className="field-pair">
      <TextField
        label={t("manage.field.name_it")}
        required
        maxLength={120}
        value={italian}
        problem={problem("name") ?? problem("name_it")}
        onChange={(text) => write(text, english)}
      />
      <TextField
        label={t("manage.field.name_en")}
        maxLength={120}
        value={english}
        problem={problem("name_en")}
        onChange={(text) => write(italian, text)}
      />
    </div>
  );
}

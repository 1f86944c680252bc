import { useWords } from "../../../useWords.ts";
import { CopyButton } from "../CopyButton.tsx";

type Props = { codes: readonly string[]; kept: () => void };

/** Shown once: the server keeps only what proves them. */
export function RecoveryCodes({ codes, kept }: Props) {
  const { t } = useWords();
  return (
    <div role="status">
      <p className="entry-note">{t("totp.recovery")}</p>
      <ul className="recovery-codes" translate="no">
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <p className="entry-choices">
        <CopyButton text={codes.join("\n")} />
        <button type="button" className="action" onClick={kept}>
          {t("totp.kept")}
        </button>
      </p>
    </div>
  );
}

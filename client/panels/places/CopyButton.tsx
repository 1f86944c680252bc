import { Check, Copy } from "lucide-react";
import { useState } from "react";
import { useWords } from "../../useWords.ts";
import { copyText } from "../../view.ts";

/** Puts a text on the clipboard and says whether it is there. */
export function CopyButton({ text }: { text: string }) {
  const { t } = useWords();
  const [copied, tell] = useState<boolean | null>(null);
  const Icon = copied ? Check : Copy;
  return (
    <>
      <button type="button" className="link with-icon" onClick={async () => tell(await copyText(text))}>
        <Icon size={16} aria-hidden /> {t("place.copy")}
      </button>
      <span role="status" className={copied === false ? undefined : "hidden"}>
        {copied !== null && t(copied ? "place.copied" : "place.notCopied")}
      </span>
    </>
  );
}

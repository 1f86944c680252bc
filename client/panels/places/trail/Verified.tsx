import { ShieldAlert, ShieldCheck } from "lucide-react";
import { formats } from "../../../format.ts";
import { useLang, useWords } from "../../../useWords.ts";
import type { Trail } from "./seek.ts";

const FAULTS = {
  missing: "missing",
  changed: "changed",
  "cut off": "cut_off",
  "no head": "no_head",
} as const;

/** Whether every entry still follows from the one before it, and what that is worth. */
export function Verified({
  verified: { ok, entries, head, fault },
}: {
  verified: NonNullable<Trail["verified"]>;
}) {
  const { t } = useWords();
  const { count } = formats(useLang());
  const Icon = ok ? ShieldCheck : ShieldAlert;
  return (
    <div className="verified" data-ok={ok} role={ok ? undefined : "alert"}>
      <Icon size={22} aria-hidden />
      <div>
        <p>
          <strong>
            {t(ok ? "trail.whole" : "trail.broken", { count: entries, number: count(entries) })}
          </strong>
        </p>
        {fault && <p>{t(`trail.fault.${FAULTS[fault.what]}`, { seq: fault.seq })}</p>}
        <p className="note">{t(ok ? "trail.wholeWhy" : "trail.brokenWhy")}</p>
        {head && (
          <details>
            <summary>{t("trail.head")}</summary>
            <code translate="no">{head}</code>
            <p className="note">{t("trail.headWhy")}</p>
          </details>
        )}
      </div>
    </div>
  );
}

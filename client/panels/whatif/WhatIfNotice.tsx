import { Check, Copy, Download, X } from "lucide-react";
import { useEffect, useState } from "react";
import { addDays } from "../../../domain/period.ts";
import { schedulesCsv } from "../../../domain/whatif/schedulesCsv.ts";
import type { Screen } from "../../useScreen.ts";
import { copyAddress, setView } from "../../view.ts";
import { saveFile } from "../table/exportTable.ts";
import { whatIfText } from "./whatIfWords.ts";
import "./whatif.css";

/** Says on every screen that part of what it shows is supposed, and lets the hypothesis be dropped, taken along or sent. */
export function WhatIfNotice({ screen }: { screen: Screen }) {
  const { t } = screen.telling;
  const { whatif } = screen.view;
  if (whatif.length === 0) return null;
  return (
    <section className="notice what-if card" aria-label={t("whatIf.title")}>
      <p role="status" title={t("whatIf.nobody")}>
        <b>{t("whatIf.title")}:</b> {whatIfText(screen)}
      </p>
      <div className="what-if-acts">
        <button
          type="button"
          className="link"
          aria-label={t("whatIf.removeAll")}
          onClick={() => setView({ whatif: [] })}
        >
          <X size={14} aria-hidden /> {t("whatIf.remove")}
        </button>
        {whatif.some(({ away }) => !away) && (
          <button type="button" className="link" onClick={() => saveShifts(screen)}>
            <Download size={14} aria-hidden /> {t("whatIf.export")}
          </button>
        )}
        <CopyAddress screen={screen} />
      </div>
    </section>
  );
}

function CopyAddress({ screen }: { screen: Screen }) {
  const { t } = screen.telling;
  const [copied, setCopied] = useState<boolean | null>(null);
  useEffect(() => {
    if (copied === null) return;
    const timer = setTimeout(() => setCopied(null), 4000);
    return () => clearTimeout(timer);
  }, [copied]);
  const Icon = copied ? Check : Copy;
  return (
    <>
      <button type="button" className="link" onClick={async () => setCopied(await copyAddress())}>
        <Icon size={14} aria-hidden /> {t(copied ? "whatIf.copied" : "whatIf.copy")}
      </button>
      <span className={copied === false ? "" : "hidden"} aria-live="polite">
        {copied === null ? "" : t(copied ? "whatIf.copied" : "whatIf.notCopied")}
      </span>
    </>
  );
}

/** The supposed shifts as rows for the network's schedules.csv, from the day after the period on. */
function saveShifts({ view, known, period }: Screen): void {
  const from = addDays(period?.to ?? known.network.periods[0]?.to ?? "2026-01-01", 1);
  saveFile("schedules.csv", schedulesCsv(view.whatif, { dayStart: known.network.day_start, from }));
}

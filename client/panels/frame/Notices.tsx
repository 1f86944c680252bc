import { X } from "lucide-react";
import { type ReactNode, useState } from "react";
import { HOURS } from "../../../domain/week.ts";
import type { Problem } from "../../answered.ts";
import { formats } from "../../format.ts";
import type { ClosedPeriod, Screen } from "../../useScreen.ts";
import { useLang, useWords } from "../../useWords.ts";
import { setView } from "../../view.ts";
import { WhatIfNotice } from "../whatif/WhatIfNotice.tsx";
import { ErrorCard } from "./ErrorCard.tsx";
import { Waiting } from "./Waiting.tsx";

type Props = {
  screen: Screen;
  /** An answer this screen needs besides the figures of the period. */
  also?: { problem: Problem | null; retry: () => void; busy?: boolean; stale?: boolean } | null;
  children?: ReactNode;
};

/** What is out of the ordinary: an address not understood, hours with nobody, data that are late or did not come. */
export function Notices({ screen, also = null, children }: Props) {
  const { figures, states, places, refused } = screen;
  const problem = figures.problem ?? also?.problem ?? null;
  const retry = () => {
    figures.retry();
    if (also?.problem) also.retry();
  };
  // Who sees the whole week already cannot be offered it.
  const nobody = states.length > 0 && states.every(({ seen, rare }) => seen.length + rare.length === 0);
  const empty = nobody && places.length < HOURS;
  return (
    <div className="notices">
      <Waiting busy={(also?.busy ?? screen.busy) && !problem} />
      {problem && (
        <ErrorCard problem={problem} retry={retry} kept={figures.coverage !== null || also?.stale === true} />
      )}
      <Elsewhere period={screen.elsewhere} />
      {children}
      {screen.view.screen !== "emerge" && <WhatIfNotice screen={screen} />}
      {refused.length > 0 && <AddressNotice key={refused.join()} refused={refused} />}
      {empty && !problem && <EmptyNotice />}
    </div>
  );
}

/** The map shows the zones of then, not today's. */
function Elsewhere({ period }: { period: ClosedPeriod | null }) {
  const { t } = useWords();
  if (!period) return null;
  return (
    <div className="notice card" role="status">
      <p>{t("state.elsewhere", { year: period.from.slice(0, 4) })}</p>
    </div>
  );
}

function AddressNotice({ refused }: { refused: string[] }) {
  const { t } = useWords();
  const lang = useLang();
  const [seen, setSeen] = useState(false);
  if (seen) return null;
  const keys = formats(lang).list(
    refused.map((named) => {
      const [key, part] = named.split(" ");
      const name = t(`address.${key as "zone"}`);
      return part ? t("address.part", { name, part }) : name;
    }),
  );
  return (
    <div className="notice card" role="status">
      <p>{t("state.address", { keys })}</p>
      <button
        type="button"
        className="icon-button"
        aria-label={t("state.dismiss")}
        onClick={() => setSeen(true)}
      >
        <X size={16} aria-hidden />
      </button>
    </div>
  );
}

function EmptyNotice() {
  const { t } = useWords();
  return (
    <div className="notice card" role="status">
      <p>
        {t("state.empty")}{" "}
        <button type="button" className="link" onClick={() => setView({ hours: [], repeat: "once" })}>
          {t("state.emptyAct")}
        </button>
      </p>
    </div>
  );
}

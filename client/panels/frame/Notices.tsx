import { X } from "lucide-react";
import { useState } from "react";
import { HOURS } from "../../../domain/week.ts";
import { formats } from "../../format.ts";
import type { Screen } from "../../useScreen.ts";
import { useLang, useWords } from "../../useWords.ts";
import { setView } from "../../view.ts";
import { WhatIfNotice } from "../whatif/WhatIfNotice.tsx";
import { ErrorCard } from "./ErrorCard.tsx";

/** What is out of the ordinary: an address not understood, hours with nobody, data that did not come. */
export function Notices({ screen }: { screen: Screen }) {
  const { figures, states, places, refused } = screen;
  const { problem } = figures;
  // Who sees the whole week already cannot be offered it.
  const nobody = states.length > 0 && states.every(({ seen, rare }) => seen.length + rare.length === 0);
  const empty = nobody && places.length < HOURS;
  return (
    <div className="notices">
      {problem && <ErrorCard problem={problem} retry={figures.retry} kept={figures.coverage !== null} />}
      <WhatIfNotice screen={screen} />
      {refused.length > 0 && <AddressNotice key={refused.join()} refused={refused} />}
      {empty && !problem && <EmptyNotice />}
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

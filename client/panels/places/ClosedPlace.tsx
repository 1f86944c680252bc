import type { AccountRole } from "../../session.ts";
import type { Known } from "../../useKnown.ts";
import { useWords } from "../../useWords.ts";
import { setView, useView } from "../../view.ts";
import { Place } from "./Place.tsx";

/** An address that leads where the role may not go: says so, and where to go instead. */
export function ClosedPlace({ known, role }: { known: Known; role: AccountRole }) {
  const { t } = useWords();
  const { screen } = useView().view;
  return (
    <Place known={known} screen={screen}>
      <p className="place-lead">{t("place.closed")}</p>
      <p>{t("place.closedWhy", { role: t(`role.${role}.name`) })}</p>
      <p>
        <button type="button" className="action" onClick={() => setView({ screen: "chi" })}>
          {t("place.back")}
        </button>
      </p>
    </Place>
  );
}

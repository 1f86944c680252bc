import { ArrowLeft } from "lucide-react";
import type { Gaps } from "../../useGaps.ts";
import type { Overlaps } from "../../useOverlaps.ts";
import { chosenZone, type Screen } from "../../useScreen.ts";
import { setView } from "../../view.ts";
import { nameOf } from "../../words.ts";
import { Rich } from "../frame/Rich.tsx";
import { GapFoot } from "../gaps/GapFoot.tsx";
import { ListTabs } from "../gaps/ListTabs.tsx";
import { OverlapDetail } from "./OverlapDetail.tsx";
import { OverlapGroups } from "./OverlapGroups.tsx";
import { CLOSED } from "./openOverlap.ts";
import { overlapsSentence } from "./overlapWords.ts";
import "./overlapDetail.css";
import "./overlaps.css";

type Props = { screen: Screen; gaps: Gaps; overlaps: Overlaps };

/** Where two services are in one place at one time, and who of them could go where. */
export function OverlapPanel({ screen, gaps, overlaps }: Props) {
  const { t, lang } = screen.telling;
  const place = chosenZone(screen);
  const { field, open } = overlaps;
  return (
    <>
      <div className="panel-scroll">
        <ListTabs chosen={screen.view.list} />
        {place && (
          <>
            <button type="button" className="link overlap-back" onClick={() => setView(CLOSED)}>
              <ArrowLeft size={15} aria-hidden /> {t("overlaps.back")}
            </button>
            <h2 className="zone-name">{nameOf(place.zone, lang)}</h2>
          </>
        )}
        {field && open && (
          <OverlapDetail key={open.services.join()} screen={screen} overlap={open} ground={field.ground} />
        )}
        {field && !open && (
          <>
            <p className="sentence gap-sentence">
              <Rich text={overlapsSentence(screen, overlaps)} />
            </p>
            {overlaps.seen && <OverlapGroups screen={screen} overlaps={overlaps} />}
          </>
        )}
        {!field && !screen.period && <p className="sentence">{t("state.noPeriod")}</p>}
      </div>
      <GapFoot screen={screen} gaps={gaps} zone={place?.zone.id ?? null} note={t("overlaps.foot")} />
    </>
  );
}

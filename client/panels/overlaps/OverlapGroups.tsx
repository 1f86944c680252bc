import type { Overlap, Verdict } from "../../../domain/overlaps/overlaps.ts";
import { VERDICTS } from "../../../domain/overlaps/overlaps.ts";
import { formats } from "../../format.ts";
import type { ZoneBadge } from "../../map/ZoneMark.ts";
import type { Overlaps } from "../../useOverlaps.ts";
import type { Screen } from "../../useScreen.ts";
import { setView } from "../../view.ts";
import { Chip } from "../frame/Chip.tsx";
import { openOverlap } from "./openOverlap.ts";
import { zoneBadges } from "./overlapMarks.ts";
import { namesIn, SIGNS, timeTogether, whenTogether } from "./overlapWords.ts";

/** The overlaps by how they are judged, each by time together; the unjudged are folded. */
export function OverlapGroups({ screen, overlaps }: { screen: Screen; overlaps: Overlaps }) {
  const { t } = screen.telling;
  const { levels } = screen.view;
  const badges = zoneBadges(overlaps.shown);
  const shown = VERDICTS.filter(
    (verdict) => levels.includes(verdict) || !VERDICTS.some((one) => levels.includes(one)),
  );
  return shown.map((verdict) => {
    const rows = overlaps.listed.filter((overlap) => overlap.verdict === verdict);
    const list = <Rows rows={rows} screen={screen} badges={badges} verdict={verdict} />;
    if (verdict === "unjudged" && rows.length > 0 && !levels.includes(verdict))
      return (
        <details key={verdict} className="overlap-group">
          <summary>
            {t("overlaps.group.unjudged")} <b>{rows.length}</b> <small>{t("overlaps.why.unjudged")}</small>
          </summary>
          {list}
        </details>
      );
    return (
      <section key={verdict} className="overlap-group" aria-labelledby={`overlap-${verdict}`}>
        <header>
          <h3 id={`overlap-${verdict}`}>{t(`overlaps.group.${verdict}`)}</h3>
          <small>{t(`overlaps.why.${verdict}`)}</small>
          {rows.length > 0 && <small className="overlap-unit">{t("overlaps.aWeek")}</small>}
        </header>
        {list}
      </section>
    );
  });
}

type RowsProps = {
  rows: readonly Overlap[];
  screen: Screen;
  badges: ReadonlyMap<string, ZoneBadge>;
  verdict: Verdict;
};

function Rows({ rows, screen, badges, verdict }: RowsProps) {
  if (rows.length === 0) return <p className="gap-none">{screen.telling.t(`overlaps.none.${verdict}`)}</p>;
  return (
    <ol>
      {rows.map((overlap) => (
        <Row
          key={`${overlap.zone} ${overlap.services}`}
          overlap={overlap}
          screen={screen}
          badge={badges.get(overlap.zone)}
        />
      ))}
    </ol>
  );
}

type RowProps = { overlap: Overlap; screen: Screen; badge: ZoneBadge | undefined };

function Row({ overlap, screen, badge }: RowProps) {
  const { t, lang } = screen.telling;
  const names = namesIn(screen);
  const { zone, services, minutes, share, shorter, hours } = overlap;
  return (
    <li className="overlap-row">
      <button type="button" onClick={() => setView(openOverlap(overlap, screen.known.network.day_start))}>
        <span className="gap-badge" data-ink={badge?.ink ?? false} aria-hidden="true">
          {badge?.text}
        </span>
        <Pair screen={screen} overlap={overlap} />
        <span className="gap-name">
          <b>{formats(lang).list(services.map(names.service))}</b>
          <small>
            {names.zone(zone)}, {whenTogether(screen, hours, 2)}
          </small>
        </span>
        <span className="overlap-time">
          <b>{timeTogether(screen, minutes)}</b>
          <small>
            <span className="hidden">{t("overlaps.aWeek")}</span>
            {t("overlaps.share", {
              share: formats(lang).count(share * 100),
              service: screen.serviceOf(shorter)?.initials ?? shorter,
            })}
          </small>
        </span>
      </button>
    </li>
  );
}

/** Two chips with the sign of how they go together. */
export function Pair({ screen, overlap }: { screen: Screen; overlap: Overlap }) {
  const [a, b] = overlap.services.map(screen.serviceOf);
  return (
    <span className="overlap-pair" aria-hidden="true">
      {a && <Chip service={a} />}
      <span className="sign" data-verdict={overlap.verdict}>
        {SIGNS[overlap.verdict]}
      </span>
      {b && <Chip service={b} />}
    </span>
  );
}

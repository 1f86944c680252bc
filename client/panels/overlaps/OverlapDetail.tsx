import { useMemo } from "react";
import type { Ground } from "../../../domain/overlaps/moves.ts";
import type { Overlap } from "../../../domain/overlaps/overlaps.ts";
import { partings } from "../../../domain/overlaps/partings.ts";
import { formats } from "../../format.ts";
import { scheduleWords } from "../../scheduleWords.ts";
import type { Screen } from "../../useScreen.ts";
import { setView } from "../../view.ts";
import { isValid } from "../../zoneFacts.ts";
import { Chip } from "../frame/Chip.tsx";
import { Rich } from "../frame/Rich.tsx";
import { Pair } from "./OverlapGroups.tsx";
import { hoursChoice } from "./openOverlap.ts";
import {
  moveText,
  namesIn,
  obstacleText,
  overlapSentence,
  timeTogether,
  whenTogether,
} from "./overlapWords.ts";

type Props = { screen: Screen; overlap: Overlap; ground: Ground };

/** One overlap: when, what for, by which schedules, and who could go where instead. */
export function OverlapDetail({ screen, overlap, ground }: Props) {
  const { t, lang } = screen.telling;
  const names = namesIn(screen);
  const { aims, services, sharedNeeds, minutes, share, shorter, hours } = overlap;
  return (
    <>
      <p className="sentence overlap-sentence">
        <Pair screen={screen} overlap={overlap} />
        <span>
          <Rich text={overlapSentence(screen, overlap)} />
        </span>
      </p>
      <dl className="overlap-facts">
        <dt>{t("overlaps.when")}</dt>
        <dd>{whenTogether(screen, hours)}</dd>
        <dt>{t("overlaps.howLong")}</dt>
        <dd>
          {timeTogether(screen, minutes)} {t("overlaps.aWeek")}:{" "}
          {t("overlaps.shareOf", {
            share: formats(lang).count(share * 100),
            service: names.service(shorter),
          })}
        </dd>
        {aims && (
          <>
            <dt>{t("overlaps.aims")}</dt>
            <dd>
              {t("overlaps.aimsOf", {
                a: names.aim(aims[0]),
                b: names.aim(aims[1]),
                serviceA: names.service(services[0]),
                serviceB: names.service(services[1]),
              })}
            </dd>
          </>
        )}
        <dt>{t("overlaps.needs")}</dt>
        <dd>{formats(lang).list(sharedNeeds.map(names.need)) || t("overlaps.noNeeds")}</dd>
      </dl>
      <Schedules screen={screen} overlap={overlap} />
      <Moves screen={screen} overlap={overlap} ground={ground} />
    </>
  );
}

function Schedules({ screen, overlap: { services, zone } }: Omit<Props, "ground">) {
  const { telling, known, figures } = screen;
  const { t } = telling;
  const names = namesIn(screen);
  return (
    <section className="overlap-schedules" aria-labelledby="overlap-schedules">
      <h3 id="overlap-schedules">{t("overlaps.schedules")}</h3>
      {services.map((id) => {
        const service = screen.serviceOf(id);
        const held = known.schedules.filter(
          (shift) =>
            shift.service === id &&
            shift.zones.includes(zone) &&
            figures.coverage !== null &&
            isValid(shift, figures.coverage),
        );
        return (
          <div key={id}>
            {service && <Chip service={service} />}
            <b>{names.service(id)}</b>
            <ul>
              {held.map((shift) => (
                <li key={shift.id}>{scheduleWords(telling, shift)}</li>
              ))}
              {held.length === 0 && <li>{t("overlaps.noSchedule")}</li>}
            </ul>
          </div>
        );
      })}
    </section>
  );
}

const MOST_MOVES = 3;

/** Who could go where in the hours chosen, of those they share. */
function Moves({ screen, overlap, ground }: Props) {
  const { t } = screen.telling;
  const dayStart = screen.known.network.day_start;
  const { hours } = screen;
  const { moves, obstacles } = useMemo(() => {
    const chosen = new Set(hours);
    const held = overlap.hours.filter((hour) => chosen.has(hour));
    return partings({ ...overlap, hours: held }, ground, dayStart);
  }, [overlap, ground, hours, dayStart]);
  const parts = overlap.verdict === "contrasting" || overlap.verdict === "redundant";
  const shown = moves.slice(0, MOST_MOVES);
  return (
    <section className="overlap-moves" aria-labelledby="overlap-moves">
      <h3 id="overlap-moves">{t("overlaps.moves")}</h3>
      {!parts && <p>{t(`overlaps.together.${overlap.verdict as "complementary" | "unjudged"}`)}</p>}
      {parts && shown.length === 0 && <p>{t("overlaps.noMove")}</p>}
      <ul>
        {shown.map((move) => (
          <li key={`${move.service} ${move.to} ${move.hours}`}>
            <p>
              <Rich text={moveText(screen, move)} />
            </p>
            <button
              type="button"
              className="link"
              onClick={() =>
                setView({
                  list: "gaps",
                  zone: move.to,
                  pair: [],
                  levels: [],
                  ...hoursChoice(move.hours, dayStart),
                })
              }
            >
              {t("overlaps.seeGap", { zone: namesIn(screen).zone(move.to) })}
            </button>
          </li>
        ))}
        {obstacles.map((obstacle) => (
          <li key={obstacle.service}>{obstacleText(screen, obstacle)}</li>
        ))}
      </ul>
      {shown.length > 0 && <small>{t("overlaps.assume")}</small>}
    </section>
  );
}

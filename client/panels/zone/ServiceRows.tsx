import { useMemo } from "react";
import type { Service } from "../../../domain/network.ts";
import { hoursTitle } from "../../hoursWords.ts";
import type { Screen } from "../../useScreen.ts";
import { useLang, useWords } from "../../useWords.ts";
import { setView } from "../../view.ts";
import { everydayName, nameOf, type Words } from "../../words.ts";
import { DOTS, type ServiceRow, serviceRows } from "../../zoneFacts.ts";
import { Chip } from "../frame/Chip.tsx";
import { shiftHours } from "../whatif/whatIfWords.ts";
import "./rows.css";

type Props = { screen: Screen; zone: string; phone: boolean };

/** Who is in a zone in the chosen hours: the last weeks as dots, the shift. On the phone, one line each. */
export function ServiceRows({ screen, zone, phone }: Props) {
  const { t } = useWords();
  const lang = useLang();
  const { known, figures, occasions } = screen;
  const kept = figures.supposition?.kept;
  const supposed = screen.states.find((state) => state.zone === zone)?.supposed ?? [];
  const rows = useMemo(() => {
    const services = screen.services ?? known.services.map(({ id }) => id);
    return kept ? serviceRows(kept, { zone, occasions, services }, known.schedules) : null;
  }, [kept, zone, occasions, screen.services, known]);
  if (rows === null || rows.length + supposed.length === 0) return null;
  const real = rows.filter(({ service }) => !supposed.includes(service));
  const weeks = rows[0]?.dots.length ?? Math.min(DOTS, screen.telling.weeks);
  return (
    <table className="service-rows" data-phone={phone}>
      <thead>
        <tr>
          <th scope="col" colSpan={2}>
            {hoursTitle(t, lang, screen.facts)}
          </th>
          <th scope="col">
            {t(screen.telling.weeks > weeks ? "zone.weeksLast" : "zone.weeks", { count: weeks })}
          </th>
          <th scope="col">{t("zone.shift")}</th>
        </tr>
      </thead>
      <tbody>
        {supposed.map((id) => (
          <SupposedRow key={id} screen={screen} place={{ zone, service: id }} />
        ))}
        {real.map((row) => {
          const service = screen.serviceOf(row.service);
          return (
            service && (
              <Row
                byDay={screen.telling.byDay}
                key={row.service}
                row={row}
                service={service}
                aims={phone ? null : aimsOf(screen, service)}
                shown={screen.view.highlight === row.service}
                silent={figures.coverage?.unrecorded.has(row.service) ?? false}
              />
            )
          );
        })}
      </tbody>
    </table>
  );
}

/** A service only the hypothesis brings: no weeks to show, since nobody has seen it. */
function SupposedRow({ screen, place }: { screen: Screen; place: { zone: string; service: string } }) {
  const { t, lang } = screen.telling;
  const service = screen.serviceOf(place.service);
  const own = screen.view.whatif.filter(
    ({ away, zone, service: id }) => !away && zone === place.zone && id === place.service,
  );
  if (!service) return null;
  return (
    <tr>
      <td>
        <Chip service={service} standing="supposed" />
      </td>
      <th scope="row">{everydayName(service, lang)}</th>
      <td>
        <small>{t("whatIf.word")}</small>
      </td>
      <td className="shift">
        {shiftLines(
          t,
          own.map((shift) => shiftHours(screen, shift)),
        ).map((line) => (
          <span key={line}>{line}</span>
        ))}
      </td>
    </tr>
  );
}

type RowProps = {
  row: ServiceRow;
  service: Service;
  aims: string | null;
  byDay: boolean;
  /** The week below shows this service. */
  shown: boolean;
  /** It keeps no record of whether it comes. */
  silent: boolean;
};

function Row({ row, service, aims, byDay, shown, silent }: RowProps) {
  const { t } = useWords();
  const lang = useLang();
  const name = everydayName(service, lang);
  const seen = row.dots.filter(Boolean).length;
  const word = aims !== null ? "zone.seenIn" : row.standing === "rare" ? "zone.seenOnly" : "zone.seenShort";
  return (
    <tr
      data-shown={shown}
      title={t(byDay ? "zone.inDays" : "zone.inPeriod", { n: row.inPeriod.seen, count: row.inPeriod.of })}
    >
      <td>
        <Chip service={service} standing={row.standing} />
      </td>
      <th scope="row">
        <button
          type="button"
          className="row-button"
          aria-pressed={shown}
          title={t("zone.showWeek", { name })}
          onClick={() => setView({ highlight: shown ? null : row.service })}
        >
          {name}
        </button>
        {aims !== null && <small>{aims}</small>}
      </th>
      <td>
        {aims !== null && !silent && <Dots dots={row.dots} />}
        <small>{silent ? t("zone.onlyShift") : t(word, { n: seen, of: row.dots.length })}</small>
      </td>
      <td className="shift">
        {shiftLines(t, row.shifts).map((line) => (
          <span key={line}>{line}</span>
        ))}
      </td>
    </tr>
  );
}

function Dots({ dots }: { dots: readonly boolean[] }) {
  return (
    <svg className="dots" width={dots.length * 9} height={9} aria-hidden="true">
      {dots.map((seen, week) => (
        <circle
          // biome-ignore lint/suspicious/noArrayIndexKey: the week is the place in the row
          key={week}
          cx={week * 9 + 4}
          cy={4.5}
          r={seen ? 3.5 : 3}
          data-seen={seen}
        />
      ))}
    </svg>
  );
}

const aimsOf = ({ known, telling }: Screen, service: Service): string =>
  service.aims
    .map((id) => nameOf(known.network.aims.find((aim) => aim.id === id) ?? { id }, telling.lang))
    .join(", ")
    .toLocaleLowerCase(telling.lang);

/** Two shifts at most stand in a row; more are counted. */
const shiftLines = (t: Words, shifts: readonly string[]): readonly string[] => {
  if (shifts.length > 2) return [t("zone.shifts", { count: shifts.length })];
  return shifts.length > 0 ? shifts : ["–"];
};

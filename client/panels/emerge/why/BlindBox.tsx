import { formats } from "../../../format.ts";
import type { Screen } from "../../../useScreen.ts";
import { WhyBox, type WhyRef } from "../../zone/WhyBox.tsx";
import { sayingOf } from "../sayingOf.ts";
import type { PlaceState } from "../statesOf.ts";
import type { Blind } from "./blind.ts";

type Props = { screen: Screen; blind: Blind };

/** What the reading cannot tell, zone by zone. */
export function BlindBox({ box, ...shown }: Props & { box: WhyRef }) {
  const { t } = shown.screen.telling;
  return (
    <WhyBox box={box} wide title={t("emerge.blind.title")}>
      {() => <BlindList {...shown} />}
    </WhyBox>
  );
}

function BlindList({ screen, blind: { few, unknown, zones, cityOnly } }: Props) {
  const { t, lang } = screen.telling;
  const { zoneName, needName } = sayingOf(screen);
  const { list } = formats(lang);
  const rows = byZone([...few, ...unknown].filter(({ zone }) => zone === null || !zones.includes(zone)));
  const names = (states: readonly PlaceState[], state: string) =>
    states
      .filter((one) => one.state === state)
      .map(({ need }) => needName(need).toLocaleLowerCase(lang))
      .join(", ") || "–";
  return (
    <>
      <p>{t("emerge.blind.lead")}</p>
      {zones.length > 0 && (
        <>
          <h3>{t("emerge.blind.nobody")}</h3>
          <p>{t("emerge.blind.nobodyWhy", { names: list(zones.map(zoneName)) })}</p>
        </>
      )}
      {cityOnly.length > 0 && (
        <>
          <h3>{t("emerge.blind.sensitive")}</h3>
          <p>
            {t("emerge.blind.sensitiveWhy", {
              names: list(cityOnly.map((need) => needName(need).toLocaleLowerCase(lang))),
            })}
          </p>
        </>
      )}
      <h3>{t("emerge.blind.byZone")}</h3>
      <table className="why-slots">
        <thead>
          <tr>
            <th scope="col">{t("table.zone")}</th>
            <th scope="col">{t("emerge.state.few")}</th>
            <th scope="col">{t("emerge.state.unknown")}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(([zone, states]) => (
            <tr key={zone}>
              <th scope="row">{zoneName(zone)}</th>
              <td>{names(states, "few")}</td>
              <td>{names(states, "unknown")}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

function byZone(states: readonly PlaceState[]): [string, PlaceState[]][] {
  const zones = new Map<string, PlaceState[]>();
  for (const one of states) {
    if (one.zone !== null) zones.set(one.zone, [...(zones.get(one.zone) ?? []), one]);
  }
  return [...zones];
}

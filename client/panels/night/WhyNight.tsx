import { useState } from "react";
import { WhyBox, WhyPlace, type WhyRef } from "../zone/WhyBox.tsx";
import { finding, type Place, sideText } from "./nightWords.ts";
import { isTooFine, type Night } from "./useNight.ts";
import { countText, ratioWords, spreadText } from "./whyNightWords.ts";

/** Why a ratio is what it is: both sides in counts and hours, and how sure a difference among so many zones is. */
export function WhyNight({ night, box }: { night: Night; box: WhyRef }) {
  return (
    <WhyBox box={box} wide>
      {() => <WhyRatio key={night.screen.view.zone} night={night} />}
    </WhyBox>
  );
}

function WhyRatio({ night }: { night: Night }) {
  const { t } = night.telling;
  const { comparison, screen, zoneName } = night;
  const { network } = screen.known;
  const [zone, choose] = useState(screen.view.zone ?? "");
  if (!comparison) return <p>{t(isTooFine(night.answer) ? "night.noView" : "night.loading")}</p>;
  const place = comparison.zones.find((one) => one.zone === zone) ?? comparison.network;
  return (
    <>
      {network.simulated && <p className="why-simulated">{t("app.simulatedWhy")}</p>}
      <WhyPlace
        label={t("night.zone")}
        value={zone}
        choose={choose}
        places={[
          { id: "", name: t("why.night.network") },
          ...comparison.zones.map((one) => ({ id: one.zone ?? "", name: zoneName(one.zone ?? "") })),
        ]}
      />
      <p>
        <b>{finding(night.telling, place)}</b>
      </p>
      <Sides night={night} place={place} />
      <p>{ratioWords(night.telling, place)}</p>
      <h3>{t("why.gap.method")}</h3>
      <p>{t("why.night.m1")}</p>
      <p>{t("why.night.m2", { threshold: network.threshold, D: network.perturbation.D })}</p>
      <p>{t("why.night.m3", { count: comparison.zones.length })}</p>
      <p>{t("why.night.m4")}</p>
    </>
  );
}

function Sides({ night, place }: { night: Night; place: Place }) {
  const { telling } = night;
  const { t } = telling;
  const rows = [
    { name: t("why.night.count"), of: (side: Place["a"]) => countText(telling, side) },
    { name: t("why.night.spread"), of: (side: Place["a"]) => spreadText(telling, side) },
    {
      name: t("why.hours"),
      of: (side: Place["a"]) => telling.t("why.night.hours", { count: Math.round(side.hours) }),
    },
    {
      name: `${t("night.need")} ${t("night.per10")}`,
      of: (side: Place["a"]) => sideText(telling, side).value,
    },
  ];
  return (
    <table className="why-slots">
      <thead>
        <tr>
          <td />
          <th scope="col">{telling.a.name}</th>
          <th scope="col">{telling.b.name}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ name, of }) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            <td>{of(place.a)}</td>
            <td>{of(place.b)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

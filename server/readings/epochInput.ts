import type { EpochInput } from "../../domain/emerging/needSeries.ts";
import { Reading } from "../../domain/emerging/reading.ts";
import { neighbours } from "../../domain/neighbours.ts";
import type { Zone } from "../../domain/network.ts";
import type { EpochData } from "./epochData.ts";
import type { Ground } from "./ground.ts";
import { monthCells } from "./monthCells.ts";
import { needSeries } from "./needSeries.ts";

/** Makes what a close is read from out of the columns the databases answered; what all closes share, once. */
export function inputMaker(ground: Ground): (data: EpochData) => EpochInput {
  const places = placesOf(ground.zones.map(({ label }) => label));
  const zones = ground.zones.map(({ id }, i) => ({ id, place: places[i] ?? [0, 0] }));
  const bordering = neighbours(
    ground.zones.map(({ geometry }) => geometry),
    "border",
  );
  return (data) => ({
    epoch: data.epoch,
    weeks: data.weeks,
    zones,
    neighbours: bordering,
    needs: needSeries(ground, data),
    months: monthCells(ground, data),
    previous: data.previous.map((text) => Reading.parse(JSON.parse(text))),
  });
}

const KM_A_DEGREE = 111.2;

/** Km east and north of the middle of all labels (equirectangular). */
function placesOf(labels: Zone["label"][]): [number, number][] {
  const middle = (i: 0 | 1) => labels.reduce((sum, label) => sum + label[i], 0) / labels.length;
  const [east, north] = [middle(0), middle(1)];
  const wide = KM_A_DEGREE * Math.cos((north * Math.PI) / 180);
  return labels.map(([lon, lat]) => [(lon - east) * wide, (lat - north) * KM_A_DEGREE]);
}

import type { Zones } from "../../../client/map/zoneShapes.ts";

/** Zones as squares `side` degrees wide in a row from 12° E 44° N, each sharing a border with the next. */
export function squares(ids: readonly string[], side = 0.05): Zones {
  return {
    type: "FeatureCollection",
    features: ids.map((id, i) => {
      const [west, east] = [12 + i * side, 12 + (i + 1) * side].map((lon) => Number(lon.toFixed(6))) as [
        number,
        number,
      ];
      const north = 44 + side;
      return {
        type: "Feature",
        properties: {
          id,
          name: id,
          name_it: `${id} it`,
          approximate: i === 0,
          label: [(west + east) / 2, 44 + side / 2] as [number, number],
        },
        geometry: {
          type: "Polygon",
          coordinates: [
            [
              [west, 44],
              [east, 44],
              [east, north],
              [west, north],
              [west, 44],
            ],
          ],
        },
      };
    }),
  };
}

import type { Network } from "../../domain/network.ts";
import { counted } from "../counted.ts";
import { ImportRefused } from "./ImportRefused.ts";
import { Refusal } from "./Refusal.ts";
import { RepeatedPoints } from "./RepeatedPoints.ts";
import { type ZoneFinder, zoneFinder } from "./zoneFinder.ts";

/** Points of a file into zones, watching on the way for what goes wrong with points. Coordinates are forgotten at once. */
export class PointReader {
  private readonly networkOn: (day: string) => Network;
  private readonly finders = new Map<Network, Zones>();
  private readonly file: string;
  private readonly repeated = new RepeatedPoints();
  private points = 0;
  private inside = 0;
  private insideSwapped = 0;

  constructor(networkOn: (day: string) => Network, file: string) {
    this.networkOn = networkOn;
    this.file = file;
  }

  /** The zone that held a point on a day (ISO date). */
  zoneAt([latText, lonText]: readonly [string, string], day: string): string | Refusal {
    const lat = numberOf(latText);
    const lon = numberOf(lonText);
    if (lat === null) return new Refusal("latitude is not a number", "lat", { value: latText });
    if (lon === null) return new Refusal("longitude is not a number", "lon", { value: lonText });
    this.points += 1;
    const point = `${lat}, ${lon}`;
    this.repeated.see(point);
    const zones = this.zonesOn(day);
    const zone = findOnce(zones, point, [lon, lat]);
    if (zone !== null) this.inside += 1;
    else if (zones.find(lat, lon) !== null) this.insideSwapped += 1;
    if (this.points === 1000) this.checkSwapped();
    return zone ?? new Refusal("the point is in no zone of the network (out of territory)", "lat, lon");
  }

  /** @throws ImportRefused when most points fall in the territory only with latitude and longitude exchanged */
  checkSwapped(): void {
    if (this.insideSwapped <= this.points / 2 || this.insideSwapped <= this.inside) return;
    throw new ImportRefused(this.file, {
      problem: `latitude and longitude are swapped: ${this.insideSwapped} of the first ${this.points} points fall in the territory only when exchanged, ${this.inside} as given`,
      remedy: "Map lat to the column that holds the latitude and lon to the one that holds the longitude.",
    });
  }

  private zonesOn(day: string): Zones {
    const network = this.networkOn(day);
    const known = this.finders.get(network);
    if (known) return known;
    const made = { find: zoneFinder(network.zones), found: new Map<string, string | null>() };
    this.finders.set(network, made);
    return made;
  }

  warnings(): string[] {
    return this.repeated.found().map(({ count, exact }) => {
      const share = ((100 * count) / this.points).toFixed(1);
      return `${exact ? "" : "at least "}${counted(count, "row")} (${share} %) lie on exactly one point, which is not told since it may be somebody's home: perhaps a geocoder's fallback, which inflates the zone that holds it.`;
    });
  }
}

type Zones = { find: ZoneFinder; found: Map<string, string | null> };

/** Addresses return; their outlines need not be walked again. */
function findOnce({ find, found }: Zones, point: string, [lon, lat]: [number, number]): string | null {
  const known = found.get(point);
  if (known !== undefined) return known;
  const zone = find(lon, lat);
  if (found.size >= 50_000) found.clear();
  found.set(point, zone);
  return zone;
}

/** A decimal number with point or comma; null when it is none. */
function numberOf(text: string): number | null {
  return /^[+-]?\d+(?:[.,]\d+)?$/.test(text) ? Number(text.replace(",", ".")) : null;
}

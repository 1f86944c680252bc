import type { Position } from "geojson";
import { worldOf } from "../../map/mercator.ts";
import type { ZoneFeature } from "../draft.ts";
import "./sketch.css";

type Props = {
  label: string;
  zones: readonly ZoneFeature[];
  /** Shapes that were there before, drawn as thin lines over the new ones. */
  before?: readonly ZoneFeature[];
  /** Ids drawn as new. */
  marked?: ReadonlySet<string>;
  selected?: string | null;
  onPick?: (id: string) => void;
};

/** Zones on plain paper: enough to see which is which and what changed. The list beside it says the same in words. */
export function ZoneSketch({ label, zones, before = [], marked, selected, onPick }: Props) {
  const corners = [...zones, ...before].flatMap((zone) => ringsOf(zone).flat().map(worldAt));
  if (corners.length === 0) return null;
  const [left, right] = spanOf(corners.map(([x]) => x));
  const [top, bottom] = spanOf(corners.map(([, y]) => y));
  const scale = 480 / Math.max(right - left, bottom - top, 1e-9);
  const size = { width: (right - left) * scale + 16, height: (bottom - top) * scale + 16 };
  const isChosen = ({ properties }: ZoneFeature) => String(properties.id) === selected;
  const path = (zone: ZoneFeature) =>
    ringsOf(zone)
      .map((ring) => `M${ring.map((at) => at2(worldAt(at), { left, top, scale })).join("L")}Z`)
      .join("");
  return (
    <svg className="sketch" viewBox={`0 0 ${size.width} ${size.height}`} role="img" aria-label={label}>
      {[...zones.filter((zone) => !isChosen(zone)), ...zones.filter(isChosen)].map((zone) => {
        const { id, name, approximate } = zone.properties;
        return (
          // biome-ignore lint/a11y/noStaticElementInteractions: the list beside it does the same by keyboard
          <path
            key={String(id)}
            d={path(zone)}
            fillRule="evenodd"
            data-approximate={approximate ?? false}
            data-marked={marked?.has(String(id)) ?? false}
            data-selected={selected === String(id)}
            onClick={() => onPick?.(String(id))}
          >
            <title>{name}</title>
          </path>
        );
      })}
      {zones.map((zone) => (
        <text key={String(zone.properties.id)} {...placeOf(zone, { left, top, scale })}>
          {zone.properties.name}
        </text>
      ))}
      {before.map((zone) => (
        <path key={String(zone.properties.id)} className="sketch-before" d={path(zone)} />
      ))}
    </svg>
  );
}

type Frame = { left: number; top: number; scale: number };

const at2 = ([x, y]: [number, number], { left, top, scale }: Frame) =>
  `${((x - left) * scale + 8).toFixed(1)} ${((y - top) * scale + 8).toFixed(1)}`;

/** Where the name stands: where the file says, else in the middle of the shape's extent. */
function placeOf(zone: ZoneFeature, frame: Frame): { x: string | undefined; y: string | undefined } {
  const { label_lon, label_lat } = zone.properties;
  const corners = ringsOf(zone).flat().map(worldAt);
  const [left, right] = spanOf(corners.map(([x]) => x));
  const [top, bottom] = spanOf(corners.map(([, y]) => y));
  const said = typeof label_lon === "number" && typeof label_lat === "number";
  const at = said ? worldOf([label_lon, label_lat]) : ([(left + right) / 2, (top + bottom) / 2] as const);
  const [x, y] = at2([at[0], at[1]], frame).split(" ");
  return { x, y };
}

const worldAt = ([lon = 0, lat = 0]: Position) => worldOf([lon, lat]);

function ringsOf({ geometry }: ZoneFeature): Position[][] {
  if (geometry.type === "Polygon") return geometry.coordinates;
  return geometry.coordinates.flat();
}

const spanOf = (values: readonly number[]): [number, number] =>
  values.reduce<[number, number]>(
    ([low, high], value) => [Math.min(low, value), Math.max(high, value)],
    [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY],
  );

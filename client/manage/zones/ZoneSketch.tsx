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
  const path = (zone: ZoneFeature) =>
    ringsOf(zone)
      .map((ring) => `M${ring.map((at) => at2(worldAt(at), { left, top, scale })).join("L")}Z`)
      .join("");
  return (
    <svg className="sketch" viewBox={`0 0 ${size.width} ${size.height}`} role="img" aria-label={label}>
      {zones.map((zone) => {
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
      {before.map((zone) => (
        <path key={String(zone.properties.id)} className="sketch-before" d={path(zone)} />
      ))}
    </svg>
  );
}

type Frame = { left: number; top: number; scale: number };

const at2 = ([x, y]: [number, number], { left, top, scale }: Frame) =>
  `${((x - left) * scale + 8).toFixed(1)} ${((y - top) * scale + 8).toFixed(1)}`;

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

import { type CSSProperties, useRef } from "react";
import { Attribution } from "./Attribution.tsx";
import type { MapService } from "./atlas.ts";
import { Lens } from "./Lens.tsx";
import type { Lens as LensPlan } from "./lens.ts";
import { MapButtons } from "./MapButtons.tsx";
import type { MapWords } from "./MapWords.ts";
import { buttonsTop } from "./mapScene.ts";
import { type Camera, metresPerPixel, type Padding, type Point, type Size } from "./mercator.ts";
import type { Outline } from "./Outline.ts";
import { ScaleBar } from "./ScaleBar.tsx";
import { Tooltip, type TooltipText } from "./Tooltip.tsx";
import type { Theme } from "./tokens.ts";
import { useZoneMap } from "./useZoneMap.ts";
import type { ZoneMark } from "./ZoneMark.ts";
import { ZoneWalker } from "./ZoneWalker.tsx";
import type { Zones } from "./zoneShapes.ts";
import "./maplibre.css";
import "./map.css";
import "./hand.css";
import "./lens.css";

export type ZoneMapProps = {
  zones: Zones;
  /** Names of the layers under /basemap, and the line that says whose they are. */
  network: {
    basemap: readonly string[];
    attribution: string;
    /** One line for where the whole text would cover the map. */
    attribution_short?: string | undefined;
  };
  /** One per zone; none while loading. Pass the same array while nothing changes. */
  marks: readonly ZoneMark[];
  /** Lines around zones that belong together, the first in the list first; the same array while nothing changes. */
  outlines?: readonly Outline[];
  services: readonly MapService[];
  selected: string | null;
  locale: "it" | "en";
  theme: Theme;
  words: MapWords;
  /** What hovering and the list of zones say. */
  tooltip: (zone: string) => TooltipText | null;
  onPick: (zone: string | null) => void;
  onHover?: (zone: string | null, at: Point) => void;
  /** A zone hovered elsewhere on the page (legend, table). */
  hovered?: string | null;
  /** Where zones too small to read are read: in a lens (when not said), or named on the paper outside. */
  small?: "lens" | "paper";
  /** The page is laid out for a hand: larger targets, no lens. */
  phone: boolean;
  /** What the page puts into the top right corner of the map, whose own buttons go under it. */
  taken: Size;
  /** How much of each side floating panels cover. */
  padding: Padding;
  /** From the address; read once. */
  camera?: Camera | null;
  /** Null when the map is back at its fitted camera. */
  onCamera?: (camera: Camera | null) => void;
};

/** The map of zones: who is where in the chosen hours. */
export function ZoneMap(props: ZoneMapProps) {
  const { network, selected, theme, words, tooltip } = props;
  const box = useRef<HTMLDivElement>(null);
  const map = useZoneMap(box, props);
  const { view, lens, pointer, home } = map;
  const said = pointer && tooltip(pointer.zone);
  return (
    <div
      className="map"
      style={vars(props, lens)}
      data-loaded={map.loaded}
      data-zones={map.shapes.length}
      data-theme={theme}
      data-selected={selected ?? ""}
      data-lens={lens?.focus.zones.join(" ") ?? ""}
      data-zoom={view?.camera.zoom.toFixed(2)}
    >
      <div className="map-canvas" ref={box} />
      <ZoneWalker
        label={words.zones}
        zones={map.shapes}
        selected={selected}
        textOf={tooltip}
        onFocus={map.setFocus}
        onPick={props.onPick}
      />
      {lens && home && map.scene && (
        <Lens
          lens={lens}
          main={home.camera}
          style={map.style}
          scene={map.scene}
          words={words}
          onPoint={map.point}
          onOpen={map.openLens}
        />
      )}
      {map.failed && <p className="map-failed">{words.failed}</p>}
      <MapButtons words={words} onZoom={map.zoomBy} onRecentre={map.goHome} />
      {view && <ScaleBar metresPerPixel={metresPerPixel(view.camera)} words={words} />}
      <Attribution network={network} width={view?.width ?? 0} />
      {view && pointer && said && <Tooltip text={said} at={pointer.at} within={view} />}
    </div>
  );
}

/** Sides covered by panels, and the room the lens takes where the scale bar would stand. */
const vars = (
  { padding: { left, right, top, bottom }, taken }: Pick<ZoneMapProps, "padding" | "taken">,
  lens: LensPlan | null,
) =>
  ({
    "--map-buttons-top": `${buttonsTop(taken)}px`,
    "--map-left": `${left}px`,
    "--map-right": `${right}px`,
    "--map-top": `${top}px`,
    "--map-bottom": `${bottom}px`,
    "--map-lens-room": lens ? `${2 * lens.radius + 44}px` : "0px",
  }) as CSSProperties;

import type { Layer } from "@deck.gl/core";
import { MapLibreOverlay } from "@deck.gl/maplibre";
import type { Atlas } from "./atlas.ts";
import { type Label, type LabelScene, labels } from "./labels.ts";
import { type Lens, ringOf } from "./lens.ts";
import { leaderLayers, marksLayer } from "./markLayers.ts";
import type { Point, View } from "./mercator.ts";
import type { Outline } from "./Outline.ts";
import { outlineLayer } from "./outlineLayers.ts";
import type { Box } from "./relax.ts";
import { tieLayers } from "./tieLayers.ts";
import type { Theme } from "./tokens.ts";
import type { Circle } from "./zoneShapes.ts";
import type { Pointed } from "./zoneStates.ts";

export type MapScene = Omit<LabelScene, "view" | "sizeOf"> & {
  /** Null until the fonts are there. */
  atlas: Atlas | null;
  pointed: Pointed;
  /** Lines around zones that belong together. */
  outlines?: readonly Outline[];
  /** The lens this map is tied to, if any. */
  lens: Lens | null;
};

/** Between two of them a line lies within 2 % of where it should. */
const ZOOM_STEPS = 16;

/** What deck.gl draws over the map: names, chips, leader lines, the lens's ring. */
export class MarksOverlay {
  readonly control = new MapLibreOverlay({ layers: [], onLoad: () => leaveKeysToTheMap(this.control) });
  #labels: Label[] = [];
  #ring: Box[] = [];
  #drawn: { scene: MapScene; view: View } | null = null;
  #lines: { of: readonly Outline[]; at: string; layer: Layer } | null = null;

  draw(scene: MapScene, view: View & { moving: boolean }, theme: Theme): void {
    const { atlas, lens, obstacles = [] } = scene;
    if (!atlas) return;
    this.#ring = lens ? [boxOf(ringOf(lens, view))] : [];
    const kept = this.#stays(scene, view) ? offsets(this.#labels) : null;
    const all = [...obstacles, ...this.#ring];
    this.#labels = labels({ ...scene, obstacles: all, view, kept, sizeOf: atlas.sizeOf });
    this.#drawn = { scene, view };
    this.control.setProps({
      layers: [
        ...this.#outlines(scene, view, theme),
        ...tieLayers(lens, theme, view),
        ...leaderLayers(this.#labels, theme, view),
        marksLayer(this.#labels, atlas, view),
      ],
    });
  }

  /** Whether labels outside may stay where they are: to look for room is too slow for every step of a move. */
  #stays({ marks, atlas }: MapScene, view: View & { moving: boolean }): boolean {
    if (this.#drawn?.scene.marks !== marks || this.#drawn.scene.atlas !== atlas) return false;
    const { width, height, camera } = this.#drawn.view;
    const { zoom, center } = view.camera;
    const still = camera.zoom === zoom && camera.center.every((at, i) => at === center[i]);
    return width === view.width && height === view.height && (still || view.moving);
  }

  /** The same lines while the map only slides: what they cost grows with the number of their corners. */
  #outlines({ outlines = [], shapes }: MapScene, { camera }: View, theme: Theme): Layer[] {
    if (outlines.length === 0) return [];
    const zoom = Math.round(camera.zoom * ZOOM_STEPS) / ZOOM_STEPS;
    const at = `${theme} ${zoom}`;
    if (this.#lines?.of !== outlines || this.#lines.at !== at)
      this.#lines = { of: outlines, at, layer: outlineLayer(outlines, shapes, { theme, zoom }) };
    return [this.#lines.layer];
  }

  /** Where nothing else should be written. */
  get boxes(): Box[] {
    const lines = this.#labels.flatMap(({ leader, pinned }) => (pinned && leader ? along(leader) : []));
    return [...this.#labels.map((label) => label.box), ...lines, ...this.#ring];
  }

  /** The zone whose label is under this pixel. */
  zoneAt([x, y]: Point): string | null {
    const under = ({ box }: Label) =>
      Math.abs(x - box.x) <= box.width / 2 && Math.abs(y - box.y) <= box.height / 2;
    return this.#labels.find(under)?.zone ?? null;
  }
}

/** deck.gl makes its canvas a stop for Tab, without a name: the map and its list of zones hear the keys. */
function leaveKeysToTheMap(control: MapLibreOverlay): void {
  const canvas = control.getCanvas();
  if (canvas) canvas.tabIndex = -1;
}

const STEP = 12;

/** A line as small boxes. */
const along = ([[x1, y1], [x2, y2]]: [Point, Point]): Box[] => {
  const steps = Math.ceil(Math.hypot(x2 - x1, y2 - y1) / STEP);
  return Array.from({ length: steps }, (_, i) => ({
    x: x1 + ((x2 - x1) * i) / steps,
    y: y1 + ((y2 - y1) * i) / steps,
    width: STEP,
    height: STEP,
  }));
};

/** From the zones of labels outside to their middle. */
const offsets = (labels: readonly Label[]): Map<string, Point> =>
  new Map(
    labels.flatMap(({ zone, box, leader, pinned }) =>
      pinned && leader ? [[zone, [box.x - leader[0][0], box.y - leader[0][1]]]] : [],
    ),
  );

/** A circle as an obstacle: a little less than its square, whose corners are empty. */
const boxOf = ({ center: [x, y], radius }: Circle) => ({ x, y, width: 1.9 * radius, height: 1.9 * radius });

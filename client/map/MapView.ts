import { Map as MapLibre, type MapMouseEvent, setWorkerUrl } from "maplibre-gl";
import workerUrl from "maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url";
import { askForBuildings } from "./askForBuildings.ts";
import { coverPlaces } from "./coveredPlaces.ts";
import { coverNeighbours } from "./coverNeighbours.ts";
import { type MapScene, MarksOverlay } from "./MarksOverlay.ts";
import { type Camera, lonLatOf, type Point, type View, worldAt } from "./mercator.ts";
import { addPatternImages, fitPatterns } from "./patternImages.ts";
import { mapStyle, type StyleOptions } from "./style.ts";
import type { Theme } from "./tokens.ts";
import { changedStates, type ZoneStates, zoneStates } from "./zoneStates.ts";

setWorkerUrl(workerUrl);

export type MapEvents = {
  onView?: (view: View) => void;
  /** The user, not the program, moved the map and let go. */
  onMoved?: (camera: Camera) => void;
  onPoint?: (zone: string | null, at: Point) => void;
  onPick?: (zone: string | null) => void;
  onLoaded?: () => void;
};

export type MapViewOptions = StyleOptions & {
  container: HTMLElement;
  camera: Camera;
  title: string;
  interactive: boolean;
  events: MapEvents;
};

/** A MapLibre map with deck.gl's marks over it, driven by plain data: `show` draws a scene, `theme` repaints, `moveTo` moves. */
export class MapView {
  readonly #map: MapLibre;
  readonly #marks = new MarksOverlay();
  readonly #options: MapViewOptions;
  #theme: Theme;
  #scene: MapScene | null = null;
  #states: ZoneStates = new Map();
  #ready = false;
  #buildings = false;

  constructor(options: MapViewOptions) {
    this.#options = options;
    this.#theme = options.theme;
    this.#map = new MapLibre({
      container: options.container,
      style: mapStyle(options),
      ...options.camera,
      interactive: options.interactive,
      locale: { "Map.Title": options.title },
      attributionControl: false,
      dragRotate: false,
      pitchWithRotate: false,
      touchPitch: false,
      renderWorldCopies: false,
      minZoom: 6,
      maxZoom: 17.5,
      fadeDuration: 0,
    });
    this.#map.keyboard.disableRotation();
    this.#map.touchZoomRotate.disableRotation();
    this.#map.addControl(this.#marks.control);
    if (!options.interactive) this.#map.getCanvas().tabIndex = -1;
    this.#listen(options.events);
  }

  get view(): View {
    const { clientWidth: width, clientHeight: height } = this.#options.container;
    const { lng, lat } = this.#map.getCenter();
    return { width, height, camera: { center: [lng, lat], zoom: this.#map.getZoom() } };
  }

  /** Draws this scene now: zone states that changed, and all marks. */
  show(scene: MapScene): void {
    this.#scene = scene;
    this.#paintStates();
    this.#placeMarks();
  }

  setTheme(theme: Theme): void {
    if (theme === this.#theme) return;
    this.#theme = theme;
    if (!this.#ready) return;
    addPatternImages(this.#map, theme);
    for (const layer of mapStyle({ ...this.#options, theme }).layers) {
      for (const [name, value] of Object.entries(layer.paint ?? {}))
        this.#map.setPaintProperty(layer.id, name as never, value as never);
    }
    fitPatterns(this.#map);
    this.#placeMarks();
  }

  moveTo({ center, zoom }: Camera, how: "cut" | "glide"): void {
    // MapLibre turns a glide into a cut by itself when the reader prefers reduced motion.
    this.#map.easeTo({ center, zoom, duration: how === "cut" ? 0 : 500 });
  }

  /** Zooms about a pixel and tells where that leads. */
  zoomBy(steps: number, [x, y]: Point): Camera {
    const { width, height, camera } = this.view;
    const zoom = Math.min(this.#map.getMaxZoom(), Math.max(this.#map.getMinZoom(), camera.zoom + steps));
    const left = 2 ** (camera.zoom - zoom);
    const [dx, dy] = [(x - width / 2) * (1 - left), (y - height / 2) * (1 - left)];
    const target = { center: lonLatOf(worldAt(this.view)([width / 2 + dx, height / 2 + dy])), zoom };
    this.moveTo(target, "glide");
    return target;
  }

  setTitle(title: string): void {
    this.#map.getCanvas().setAttribute("aria-label", title);
  }

  destroy(): void {
    this.#map.remove();
  }

  /** The zone under a pixel: a label counts as its zone even where it was pushed outside. */
  zoneAt([x, y]: Point): string | null {
    const labelled = this.#marks.zoneAt([x, y]);
    if (labelled) return labelled;
    if (!this.#ready) return null;
    const [feature] = this.#map.queryRenderedFeatures([x, y], { layers: ["zone-fill"] });
    return typeof feature?.properties["id"] === "string" ? feature.properties["id"] : null;
  }

  #listen({ onView, onMoved, onPoint, onPick, onLoaded }: MapEvents): void {
    const map = this.#map;
    map.on("style.load", () => {
      addPatternImages(map, this.#theme);
      this.#ready = true;
      this.#paintStates();
      this.#follow();
    });
    map.on("idle", () => {
      coverPlaces(map, this.#marks.boxes);
      coverNeighbours(map, this.#marks.boxes);
      onLoaded?.();
    });
    map.on("sourcedata", ({ sourceId, isSourceLoaded }) => {
      if (sourceId === "places" && isSourceLoaded) coverPlaces(map, this.#marks.boxes);
    });
    map.on("move", () => {
      this.#follow();
      onView?.(this.view);
    });
    map.on("resize", () => {
      this.#placeMarks();
      onView?.(this.view);
    });
    map.on("moveend", (event) => {
      this.#placeMarks();
      if ("originalEvent" in event && event.originalEvent) onMoved?.(this.view.camera);
    });
    map.on("mousemove", (event: MapMouseEvent) => {
      const at: Point = [event.point.x, event.point.y];
      const zone = this.zoneAt(at);
      map.getCanvas().style.cursor = zone ? "pointer" : "";
      onPoint?.(zone, at);
    });
    map.on("mouseout", () => onPoint?.(null, [0, 0]));
    map.on("click", ({ point }: MapMouseEvent) => onPick?.(this.zoneAt([point.x, point.y])));
  }

  /** What depends on the camera. */
  #follow(): void {
    if (!this.#ready) return;
    fitPatterns(this.#map);
    this.#buildings ||= askForBuildings(this.#map, this.#options);
    this.#placeMarks();
  }

  #paintStates(): void {
    if (!this.#ready || !this.#scene) return;
    const { shapes, marks, pointed } = this.#scene;
    const next = zoneStates(
      shapes.map((shape) => shape.id),
      marks,
      pointed,
    );
    for (const [id, state] of changedStates(this.#states, next)) {
      this.#map.setFeatureState({ source: "zones", id }, state);
    }
    this.#states = next;
  }

  #placeMarks(): void {
    if (!this.#scene) return;
    this.#marks.draw(this.#scene, { ...this.view, moving: this.#map.isMoving() }, this.#theme);
    if (this.#ready) coverPlaces(this.#map, this.#marks.boxes);
  }
}

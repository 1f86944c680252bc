import type { Layer } from "@deck.gl/core";
import { IconLayer, LineLayer, ScatterplotLayer } from "@deck.gl/layers";
import type { Atlas } from "./atlas.ts";
import { type Color, colorOf } from "./deckColor.ts";
import type { Label, Part } from "./labels.ts";
import { lonLatOf, type Point, type View, worldAt } from "./mercator.ts";
import { mapTokens, type Theme } from "./tokens.ts";

/** Names, chips and words of a view: one sprite each, every corner on a whole device pixel unless the map is moving. */
export function marksLayer(labels: readonly Label[], atlas: Atlas, view: View & { moving: boolean }): Layer {
  const toWorld = worldAt(view);
  const ratio = atlas.devicePixels;
  const snap = (value: number) => (view.moving ? value : Math.round(value * ratio) / ratio);
  return new IconLayer<Part>({
    id: "marks",
    data: labels.flatMap((label) => label.parts),
    // deck.gl takes a canvas here, but its type only knows addresses and textures.
    iconAtlas: atlas.canvas as unknown as string,
    iconMapping: iconMapping(atlas),
    getIcon: (part) => part.sprite,
    getPosition: (part) => lonLatOf(toWorld([snap(part.x), snap(part.y)])),
    getSize: (part) => (atlas.frames.get(part.sprite)?.height ?? 0) / ratio,
    getColor: (part): Color => [0, 0, 0, part.dimmed ? 90 : 255],
    // Some of a halo is fainter than deck.gl's default cutoff.
    alphaCutoff: 0.004,
  });
}

/** Thin lines from zones to labels that had to move away; to those on the paper outside, from a point on a halo. */
export function leaderLayers(labels: readonly Label[], theme: Theme, view: View): Layer[] {
  const { edge, ink, halo } = mapTokens[theme];
  const toWorld = worldAt(view);
  const end = (i: 0 | 1) => (leader: Leader) => lonLatOf(toWorld(leader[i]));
  const line = (id: string, data: readonly Leader[], [color, width]: [string, number]) =>
    new LineLayer<Leader>({
      id,
      data,
      getSourcePosition: end(0),
      getTargetPosition: end(1),
      getColor: colorOf(color),
      getWidth: width,
      widthUnits: "pixels",
    });
  const leaders = (pinned: boolean) =>
    labels.flatMap((label) => (label.leader && pinned === (label.pinned ?? false) ? [label.leader] : []));
  const pins = leaders(true);
  const near = line("leaders", leaders(false), [edge, 1]);
  if (pins.length === 0) return [near];
  return [
    near,
    line("pin-halos", pins, [halo, 3.4]),
    line("pin-lines", pins, [ink, 1.3]),
    new ScatterplotLayer<Leader>({
      id: "pins",
      data: pins,
      getPosition: end(0),
      getRadius: 3.6,
      radiusUnits: "pixels",
      stroked: true,
      getFillColor: colorOf(ink),
      getLineColor: colorOf(halo),
      getLineWidth: 1.2,
      lineWidthUnits: "pixels",
    }),
  ];
}

type Leader = [Point, Point];

const mappings = new WeakMap<Atlas, Record<string, object>>();

/** The same object for the same atlas: deck.gl compares by identity and would lay everything out again. */
function iconMapping(atlas: Atlas): Record<string, never> {
  const known =
    mappings.get(atlas) ??
    Object.fromEntries([...atlas.frames].map(([id, f]) => [id, { ...f, anchorX: 0, anchorY: 0 }]));
  mappings.set(atlas, known);
  return known as Record<string, never>;
}

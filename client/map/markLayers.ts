import type { Layer } from "@deck.gl/core";
import { IconLayer, LineLayer } from "@deck.gl/layers";
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

/** Thin lines from zones to labels that had to move away. */
export function leadersLayer(labels: readonly Label[], theme: Theme, view: View): Layer {
  const toWorld = worldAt(view);
  const end = (i: 0 | 1) => (leader: [Point, Point]) => lonLatOf(toWorld(leader[i]));
  return new LineLayer<[Point, Point]>({
    id: "leaders",
    data: labels.flatMap((label) => (label.leader ? [label.leader] : [])),
    getSourcePosition: end(0),
    getTargetPosition: end(1),
    getColor: colorOf(mapTokens[theme].edge),
    getWidth: 1,
    widthUnits: "pixels",
  });
}

const mappings = new WeakMap<Atlas, Record<string, object>>();

/** The same object for the same atlas: deck.gl compares by identity and would lay everything out again. */
function iconMapping(atlas: Atlas): Record<string, never> {
  const known =
    mappings.get(atlas) ??
    Object.fromEntries([...atlas.frames].map(([id, f]) => [id, { ...f, anchorX: 0, anchorY: 0 }]));
  mappings.set(atlas, known);
  return known as Record<string, never>;
}

declare module "polylabel" {
  /** The point of a polygon that is farthest from its outline, [x, y]. */
  // biome-ignore lint/style/noDefaultExport: the package has no other export
  export default function polylabel(polygon: [number, number][][], precision?: number): [number, number];
}

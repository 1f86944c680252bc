import { scaleBar } from "./scaleBar.ts";

export function ScaleBar({
  metresPerPixel,
  words,
}: {
  metresPerPixel: number;
  words: { distance: (metres: number) => string };
}) {
  const { metres, width } = scaleBar(metresPerPixel, 96);
  return (
    <div className="map-scale">
      <span>{words.distance(metres)}</span>
      <i style={{ width }} />
    </div>
  );
}

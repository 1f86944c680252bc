import { Locate, Minus, Plus } from "lucide-react";
import type { MapWords } from "./MapWords.ts";

type Props = {
  words: MapWords;
  onZoom: (steps: number) => void;
  onRecentre: () => void;
};

export function MapButtons({ words, onZoom, onRecentre }: Props) {
  return (
    <div className="map-buttons">
      <button type="button" className="map-zoom" aria-label={words.zoomIn} onClick={() => onZoom(1)}>
        <Plus size={17} aria-hidden />
      </button>
      <button type="button" className="map-zoom" aria-label={words.zoomOut} onClick={() => onZoom(-1)}>
        <Minus size={17} aria-hidden />
      </button>
      <button type="button" aria-label={words.recentre} onClick={onRecentre}>
        <Locate size={17} aria-hidden />
      </button>
    </div>
  );
}

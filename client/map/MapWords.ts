/** The map's words in the page's language. */
export type MapWords = {
  /** Under a zone's name: nobody, and we know it; we do not know. */
  none: string;
  unknown: string;
  /** Names read out by a screen reader. */
  map: string;
  zones: string;
  zoomIn: string;
  zoomOut: string;
  recentre: string;
  lensOpen: string;
  /** "il centro, ×2,6" */
  lens: (times: number) => string;
  /** "2 km", "500 m" */
  distance: (metres: number) => string;
  /** When the browser cannot draw the map. */
  failed: string;
};

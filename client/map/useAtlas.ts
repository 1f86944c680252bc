import { useEffect, useState } from "react";
import { type Atlas, type AtlasOptions, atlasFonts, drawAtlas } from "./atlas.ts";

/** The sprites of the marks, drawn again when theme, words, services or the screen's resolution change; null until the fonts are there. */
export function useAtlas({
  theme,
  large,
  zones,
  services,
  words,
  figures,
}: Omit<AtlasOptions, "devicePixels">): Atlas | null {
  const [atlas, setAtlas] = useState<Atlas | null>(null);
  const devicePixels = useDevicePixels();
  const { none, unknown } = words;
  const written = useAll(figures);
  useEffect(() => {
    let current = true;
    const draw = () => {
      if (current)
        setAtlas(
          drawAtlas({
            theme,
            large,
            zones,
            services,
            words: { none, unknown },
            figures: written,
            devicePixels,
          }),
        );
    };
    // A missing font must not cost the names: the next face is used.
    Promise.all(atlasFonts.map((font) => document.fonts.load(font))).then(draw, draw);
    return () => {
      current = false;
    };
  }, [theme, large, zones, services, none, unknown, written, devicePixels]);
  return atlas;
}

/** Every figure written so far: going back and forth over the week draws nothing twice. */
function useAll(figures: readonly string[]): readonly string[] {
  const [all, setAll] = useState<readonly string[]>(figures);
  const fresh = figures.filter((figure) => !all.includes(figure));
  if (fresh.length > 0) setAll([...all, ...new Set(fresh)]);
  return all;
}

function useDevicePixels(): number {
  const [ratio, setRatio] = useState(() => window.devicePixelRatio);
  useEffect(() => {
    const query = window.matchMedia(`(resolution: ${ratio}dppx)`);
    const update = () => setRatio(window.devicePixelRatio);
    query.addEventListener("change", update);
    return () => query.removeEventListener("change", update);
  }, [ratio]);
  return ratio;
}

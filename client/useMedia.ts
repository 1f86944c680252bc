import { useCallback, useSyncExternalStore } from "react";

/** Whether a media query holds, followed as it changes. */
export function useMedia(query: string): boolean {
  const subscribe = useCallback(
    (listener: () => void) => {
      const media = matchMedia(query);
      media.addEventListener("change", listener);
      return () => media.removeEventListener("change", listener);
    },
    [query],
  );
  return useSyncExternalStore(subscribe, () => matchMedia(query).matches);
}

/** Phones, tablets upright and low windows: map, panel and one day of the strip, filters behind a button. The style sheets ask the same. */
export const usePhone = (): boolean => useMedia("(max-width: 1000px), (max-height: 560px)");

/** The theme that is drawn: the chosen one, or the device's. */
export function useTheme(chosen: "light" | "dark" | null): "light" | "dark" {
  const dark = useMedia("(prefers-color-scheme: dark)");
  return chosen ?? (dark ? "dark" : "light");
}

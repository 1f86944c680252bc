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

export const usePhone = (): boolean => useMedia("(max-width: 700px)");

/** The theme that is drawn: the chosen one, or the device's. */
export function useTheme(chosen: "light" | "dark" | null): "light" | "dark" {
  const dark = useMedia("(prefers-color-scheme: dark)");
  return chosen ?? (dark ? "dark" : "light");
}

import { type KeyboardEvent, useId, useState } from "react";
import type { TooltipText } from "./Tooltip.tsx";

type Props = {
  label: string;
  zones: readonly { id: string; name: string }[];
  selected: string | null;
  textOf: (zone: string) => TooltipText | null;
  onFocus: (zone: string | null) => void;
  onPick: (zone: string | null) => void;
};

const STEP: Record<string, (at: number, last: number) => number> = {
  ArrowRight: (at, last) => (at >= last ? 0 : at + 1),
  ArrowDown: (at, last) => (at >= last ? 0 : at + 1),
  ArrowLeft: (at, last) => (at <= 0 ? last : at - 1),
  ArrowUp: (at, last) => (at <= 0 ? last : at - 1),
  Home: () => 0,
  End: (_, last) => last,
};

const PICKS = new Set(["Enter", " ", "Escape"]);

/** The zones by keyboard: arrows walk from zone to zone and each is read out, Enter opens it, Escape closes. */
export function ZoneWalker({ label, zones, selected, textOf, onFocus, onPick }: Props) {
  const id = useId();
  const [at, setAt] = useState<number | null>(null);
  const walkTo = (index: number) => {
    setAt(index);
    onFocus(zones[index]?.id ?? null);
  };
  const enter = () => walkTo(Math.max(0, at ?? zones.findIndex((zone) => zone.id === selected)));
  const pick = (key: string) => onPick(key === "Escape" ? null : (zones[at ?? 0]?.id ?? null));
  const onKeyDown = (event: KeyboardEvent) => {
    const step = STEP[event.key];
    if (!step && !PICKS.has(event.key)) return;
    if (step) walkTo(step(at ?? -1, zones.length - 1));
    else pick(event.key);
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div
      className="map-walker"
      role="listbox"
      tabIndex={0}
      aria-label={label}
      aria-activedescendant={at === null ? undefined : `${id}-${zones[at]?.id}`}
      onKeyDown={onKeyDown}
      onFocus={enter}
      onBlur={() => onFocus(null)}
    >
      {zones.map((zone) => (
        // biome-ignore lint/a11y/useFocusableInteractive: the list holds the focus and names the active zone.
        <div key={zone.id} id={`${id}-${zone.id}`} role="option" aria-selected={zone.id === selected}>
          {zone.name}: {textOf(zone.id)?.sentence}
        </div>
      ))}
    </div>
  );
}

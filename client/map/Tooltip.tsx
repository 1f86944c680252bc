import type { Point, Size } from "./mercator.ts";

export type TooltipText = { name: string; sentence: string };
type Props = { text: TooltipText; at: Point; within: Size };

/** Beside the pointer, on the side where there is room. The list of zones says the same to a screen reader. */
export function Tooltip({ text, at: [x, y], within }: Props) {
  const leftward = x > within.width - 270;
  const upward = y > within.height - 110;
  return (
    <div
      className="map-tooltip"
      aria-hidden
      style={{
        left: x + (leftward ? -14 : 14),
        top: y + (upward ? -12 : 16),
        translate: `${leftward ? "-100%" : "0"} ${upward ? "-100%" : "0"}`,
      }}
    >
      <strong>{text.name}</strong>
      <span>{text.sentence}</span>
    </div>
  );
}

import { type CSSProperties, memo } from "react";
import type { Service } from "../../../domain/network.ts";
import type { Standing } from "../../../domain/stay.ts";
import { initialsOn, keyline } from "../../map/color.ts";

type Props = { service: Pick<Service, "initials" | "color">; standing?: Standing | "supposed" };

/** The two initials of a service: filled = usually seen, dashed = planned and rarely seen, dashed in blue = only supposed, slip of colour = not there. */
export const Chip = memo(function Chip({ service: { initials, color }, standing = "seen" }: Props) {
  return (
    <span className="chip" data-standing={standing} style={colors(color)} aria-hidden="true">
      {initials}
    </span>
  );
});

const mixed = new Map<string, CSSProperties>();

/** The colours a chip needs beside its own; the keyline is searched for once. */
function colors(color: string): CSSProperties {
  const before = mixed.get(color);
  if (before) return before;
  const style = {
    "--chip-fill": color,
    "--chip-ink": initialsOn(color),
    "--chip-line": `light-dark(${keyline(color, "#FBFBF8")}, ${keyline(color, "#1A242D")})`,
  } as CSSProperties;
  mixed.set(color, style);
  return style;
}

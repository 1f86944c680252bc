import type { CSSProperties } from "react";
import type { Standing } from "../../../domain/coverage.ts";
import type { Service } from "../../../domain/network.ts";
import { initialsOn, keyline } from "../../map/color.ts";

type Props = { service: Pick<Service, "initials" | "color">; standing?: Standing };

/** The two initials of a service: filled = usually seen, dashed = planned and rarely seen, slip of colour = not there. */
export function Chip({ service: { initials, color }, standing = "seen" }: Props) {
  const style = {
    "--chip-fill": color,
    "--chip-ink": initialsOn(color),
    "--chip-line": `light-dark(${keyline(color, "#FBFBF8")}, ${keyline(color, "#1A242D")})`,
  } as CSSProperties;
  return (
    <span className="chip" data-standing={standing} style={style} aria-hidden="true">
      {initials}
    </span>
  );
}

import { useMemo } from "react";
import { initialsOn } from "./color.ts";
import { fillColor } from "./fillColor.ts";
import type { View } from "./mercator.ts";
import { leaderEnd } from "./outsideLabels.ts";
import { type PaneText, paneLabels } from "./paneLabels.ts";
import type { Box } from "./relax.ts";
import { mapTokens, type Theme } from "./tokens.ts";
import type { ZoneMark } from "./ZoneMark.ts";
import type { ZoneShape } from "./zoneShapes.ts";

type Props = {
  shapes: readonly ZoneShape[];
  marks: ReadonlyMap<string, ZoneMark>;
  texts: ReadonlyMap<string, PaneText>;
  view: View;
  theme: Theme;
  obstacles: readonly Box[];
  /** The service whose presence is marked, if any. */
  service: { initials: string; color: string } | null;
};

/** Names and figures over one of the maps; their halo is the fill they stand on. The table says the same. */
export function PaneLabels({ shapes, marks, texts, view, theme, obstacles, service }: Props) {
  const placed = useMemo(
    () => paneLabels(shapes, texts, { view, obstacles }),
    [shapes, texts, view, obstacles],
  );
  const { ink, out } = mapTokens[theme];
  const nameOf = new Map(shapes.map(({ id, name }) => [id, name]));
  const write = (zone: string, box: Box, colors: { fill: string; ink: string }) => (
    <ZoneText
      key={zone}
      name={nameOf.get(zone) ?? zone}
      text={texts.get(zone)}
      box={box}
      colors={colors}
      service={service}
    />
  );
  return (
    <svg className="pane-labels" width={view.width} height={view.height} aria-hidden="true">
      {placed.outside.map((label) => {
        const [x, y] = leaderEnd(label);
        return (
          <g key={label.zone}>
            <line
              className="pane-leader-halo"
              x1={label.from[0]}
              y1={label.from[1]}
              x2={x}
              y2={y}
              stroke={out}
            />
            <line x1={label.from[0]} y1={label.from[1]} x2={x} y2={y} stroke={ink} />
            <circle cx={label.from[0]} cy={label.from[1]} r={3.2} fill={ink} stroke={out} />
          </g>
        );
      })}
      {placed.outside.map(({ zone, box }) => write(zone, box, { fill: out, ink }))}
      {placed.inside.map(({ zone, box }) => {
        const mark = marks.get(zone);
        return write(zone, box, mark ? fillColor(mark, theme) : { fill: mapTokens[theme].sunk, ink });
      })}
    </svg>
  );
}

type TextProps = {
  name: string;
  text: PaneText | undefined;
  box: Box;
  colors: { fill: string; ink: string };
  service: Props["service"];
};

function ZoneText({ name, text, box, colors: { fill, ink }, service }: TextProps) {
  const top = box.y - box.height / 2;
  return (
    <g textAnchor="middle" fill={ink} stroke={fill}>
      <text className="pane-name" x={box.x} y={top + 13}>
        {name}
      </text>
      {text && (
        <text className={text.quiet ? "pane-quiet" : "pane-value"} x={box.x} y={top + 30}>
          {text.value}
        </text>
      )}
      {text?.chip && service && (
        <g className="pane-chip" data-standing={text.chip}>
          <rect
            x={box.x - 13}
            y={top + 35}
            width={26}
            height={19}
            rx={5}
            fill={text.chip === "seen" ? service.color : fill}
            stroke={text.chip === "seen" ? fill : ink}
          />
          <text x={box.x} y={top + 49} fill={text.chip === "seen" ? initialsOn(service.color) : ink}>
            {service.initials}
          </text>
        </g>
      )}
    </g>
  );
}

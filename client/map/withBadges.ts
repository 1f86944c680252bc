import type { Outline } from "./Outline.ts";
import type { ZoneMark } from "./ZoneMark.ts";
import type { ZoneShape } from "./zoneShapes.ts";

/** Marks with the number of every outline, once: where fewest numbers stand already, and then where there is most room. */
export function withBadges(
  marks: readonly ZoneMark[],
  outlines: readonly Outline[],
  shapes: readonly ZoneShape[],
): readonly ZoneMark[] {
  if (outlines.length === 0) return marks;
  const badges = new Map(marks.map(({ zone }) => [zone, [] as NonNullable<Outline["badge"]>[]]));
  const room = new Map(shapes.map(({ id, inscribed }) => [id, inscribed.radius]));
  for (const { zones, badge } of outlines) {
    const [best] = zones
      .flatMap((zone) => {
        const here = badges.get(zone);
        return here ? [{ zone, here }] : [];
      })
      .toSorted((a, b) => a.here.length - b.here.length || (room.get(b.zone) ?? 0) - (room.get(a.zone) ?? 0));
    if (badge && best) best.here.push(badge);
  }
  return marks.map((mark) => {
    const mine = badges.get(mark.zone) ?? [];
    return mine.length > 0 ? { ...mark, badges: mine } : mark;
  });
}

/** The days drawn side by side on a strip, in whole pixels. */
export type Strip = { width: number; gap: number; days: readonly number[] };

export const dayWidth = ({ width, gap, days }: Strip): number =>
  Math.max(0, (width - gap * (days.length - 1)) / days.length);

/** Left edge of a place on the strip; days not drawn stand at the strip's ends. */
export function xOf(strip: Strip, place: number): number {
  const day = Math.floor(place / 24);
  const column = strip.days.indexOf(day);
  if (column < 0) return day < (strip.days[0] ?? 0) ? 0 : strip.width;
  return Math.round(column * (dayWidth(strip) + strip.gap) + ((place % 24) / 24) * dayWidth(strip));
}

/** Right edge of the hour before a place: the end of a stretch stays within its day. */
export const xEnd = (strip: Strip, place: number): number => {
  const last = xOf(strip, place - 1);
  return place % 24 === 0 && strip.days.includes(Math.floor((place - 1) / 24))
    ? Math.round(
        strip.days.indexOf(Math.floor((place - 1) / 24)) * (dayWidth(strip) + strip.gap) + dayWidth(strip),
      )
    : Math.max(last, xOf(strip, place));
};

/** The place under a point of the strip; gaps belong to the day before them. */
export function placeAt(strip: Strip, x: number): number {
  const pitch = dayWidth(strip) + strip.gap;
  const column = Math.min(strip.days.length - 1, Math.max(0, Math.floor(x / pitch)));
  const within = Math.min(23, Math.max(0, Math.floor(((x - column * pitch) / dayWidth(strip)) * 24)));
  return (strip.days[column] ?? 0) * 24 + within;
}

/** A day as a ring of 24 strokes, midnight at the top; the hours of the set are full. */
export function Dial({
  slots,
  chosen,
}: {
  slots: readonly { id: string; from: number; to: number }[];
  chosen: readonly string[];
}) {
  const within = (hour: number) =>
    slots.some(
      ({ id, from, to }) =>
        chosen.includes(id) && (from < to ? hour >= from && hour < to : hour >= from || hour < to),
    );
  return (
    <svg className="dial" viewBox="-17 -17 34 34" width={34} height={34} aria-hidden="true">
      {Array.from({ length: 24 }, (_, hour) => hour).map((hour) => (
        <line
          key={hour}
          y1={-11.5}
          y2={-16}
          transform={`rotate(${(hour + 0.5) * 15})`}
          data-in={within(hour)}
        />
      ))}
    </svg>
  );
}

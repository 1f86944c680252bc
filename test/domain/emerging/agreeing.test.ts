import { expect, test } from "vitest";
import { agreeing } from "../../../domain/emerging/agreeing.ts";

const WEEKS = 20;
const series = (before: number, now: number) =>
  Array.from({ length: WEEKS }, (_, t) => (t < WEEKS - 3 ? before : now));

/** A service in one zone: what it records and its hours, a week, before and now. */
const service = (counts: [number, number], hours: [number, number]) => ({
  counts: new Int32Array(series(...counts)),
  hours: new Float64Array(series(...hours)),
});
const sees = service([1, 3], [4, 4]);
const goesOutMore = service([1, 3], [4, 12]);
const isNew = service([0, 3], [0, 4]);
const sawNothing = service([0, 0], [4, 4]);
/** A gate without noise: what a service recorded in the last three weeks, from five. */
const agree = (...services: ReturnType<typeof service>[]) =>
  agreeing(
    { need: "n", services },
    { zones: [0], weeks: 3 },
    {
      weeks: WEEKS,
      shown: ({ service: which = 0 }) => {
        const seen = services[which]?.counts.slice(-3).reduce((sum, n) => sum + n, 0) ?? 0;
        return seen < 5 ? null : seen;
      },
    },
  );

test("services that see more in the same hours agree: one, two, several", () => {
  expect(agree(sees)).toBe("one");
  expect(agree(sees, sees)).toBe("two");
  expect(agree(sees, sees, sees)).toBe("several");
  expect(agree(sees, sees, sees, sees)).toBe("several");
});

test("a service that only goes out more, one that is new there and one that saw nothing do not", () => {
  expect(agree(goesOutMore)).toBeNull();
  expect(agree(isNew)).toBeNull();
  expect(agree(sawNothing)).toBeNull();
  expect(agree(goesOutMore, isNew, sees, sawNothing)).toBe("one");
});

test("a service that saw few is not told of, whether it saw any or none: its colleagues know their own records", () => {
  const few = [0, 1].map((now) => service([0, now], [4, 4]));
  for (const other of few) expect(agree(sees, other)).toBe("one");
});

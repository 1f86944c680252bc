import { describe, expect, test } from "vitest";
import type { EpochInput } from "../../../domain/emerging/needSeries.ts";
import { readEpoch } from "../../../domain/emerging/readEpoch.ts";
import { Reading } from "../../../domain/emerging/reading.ts";
import { grown, plainGate, stateOf, steady, town } from "./inventedTown.ts";

const read = (input: EpochInput) => readEpoch(input, plainGate(input));

describe("one zone", () => {
  test("three times as many in the same hours is said to emerge, with its class of growth", () => {
    const reading = read(town({ needs: [steady({ counts: grown([1], 6) })] }));
    expect(Reading.parse(reading)).toEqual(reading);
    expect(stateOf(reading, "n0", "z1")).toMatch(/emerging|confirmed/);
    expect(stateOf(reading, "n0", "z0")).toBe("norm");
    expect(reading.findings).toMatchObject([
      { need: "n0", zones: ["z1"], ratio: 3, since: "2026-11-02", weeks: 3, services: "one" },
    ]);
  });

  test("twice as many hours that find twice as many is no growth", () => {
    const counts = grown([1], 6);
    const hours = grown([1], 12, { other: 4 });
    const reading = read(town({ needs: [steady({ counts, hours })] }));
    expect(reading.findings).toEqual([]);
    expect(stateOf(reading, "n0", "z1")).toBe("norm");
  });

  test("five that the gate withholds are too few to tell", () => {
    const input = town({ needs: [steady({ counts: (zone, back) => (zone === 1 && back === 0 ? 5 : 0) })] });
    const seen = town({
      needs: [steady({ counts: (zone, back) => (zone === 1 && back === 0 ? 5 : back > 20 ? 1 : 0) })],
    });
    const withholding = { ...plainGate(seen), shown: () => null };
    expect(stateOf(readEpoch(input, withholding), "n0", "z1")).toBe("few");
    const open = readEpoch(seen, plainGate(seen));
    const shut = readEpoch(seen, withholding);
    expect(stateOf(open, "n0", "z1")).toMatch(/emerging|confirmed/);
    expect(stateOf(shut, "n0", "z1")).toBe("few");
    expect(shut.findings).toEqual([]);
  });

  test("where nobody was in the window nothing is known, whatever was recorded", () => {
    const hours = grown([1], 0, { other: 4 });
    const reading = read(town({ needs: [steady({ counts: grown([1], 9), hours })] }));
    expect(stateOf(reading, "n0", "z1")).toBe("unknown");
    expect(reading.findings).toEqual([]);
  });

  test("with fewer than twelve weeks of presence nothing is read", () => {
    const young = town({ needs: [steady({ counts: grown([1], 9) })], weeks: 11 });
    expect(new Set(read(young).states.state)).toEqual(new Set(["few"]));
    const old = town({ needs: [steady({ counts: grown([1], 9) })], weeks: 12 });
    expect(stateOf(read(old), "n0", "z1")).toMatch(/emerging|confirmed/);
  });
});

test("a cold week that lights every zone is one finding, of the city", () => {
  const everywhere = [0, 1, 2, 3, 4, 5];
  const reading = read(town({ needs: [steady({ counts: grown(everywhere, 4) })] }));
  expect(reading.findings).toMatchObject([{ kind: "city", need: "n0", zones: [], ratio: 2 }]);
  expect(stateOf(reading, "n0", null)).toBe("emerging");
  for (const zone of everywhere) expect(stateOf(reading, "n0", `z${zone}`)).toBe("norm");
});

test("a sensitive need is read for the whole city only, over five weeks", () => {
  const counts = grown([0, 1, 2, 3, 4, 5], 3, { weeks: 5, other: 1 });
  const reading = read(town({ needs: [steady({ sensitive: true, counts })] }));
  expect(reading.states.zone).toEqual([null]);
  expect(reading.findings).toMatchObject([
    { kind: "city", zones: [], ratio: 3, weeks: 5, since: "2026-10-19", services: null },
  ]);
  const inOne = read(town({ needs: [steady({ sensitive: true, counts: grown([1], 9, { weeks: 5 }) })] }));
  expect(inOne.findings.flatMap(({ zones }) => zones)).toEqual([]);
});

test("seen again at the next close, a growth keeps its name and is confirmed", () => {
  const first = town({ needs: [steady({ counts: grown([1], 6) })] });
  const before = read(first);
  const counts = grown([1], 6, { weeks: 4 });
  const next = town({
    needs: [steady({ counts })],
    epochMonday: "2026-11-23",
    previous: [{ ...before, findings: before.findings.map((one) => ({ ...one, grade: "to_confirm" })) }],
  });
  const now = read(next);
  expect(before.news.map(({ change }) => change)).toEqual(["appeared"]);
  expect(now.findings[0]).toMatchObject({
    id: before.findings[0]?.id,
    grade: "confirmed",
    since: "2026-11-02",
  });
  expect(now.news).toMatchObject([{ change: "confirmed", before: { grade: "to_confirm" } }]);
  expect(stateOf(now, "n0", "z1")).toBe("confirmed");
});

describe("a growth that is no longer found", () => {
  const before = read(town({ needs: [steady({ counts: grown([1], 6) })] }));
  const ended = (of: Parameters<typeof steady>[0]) =>
    read(town({ needs: [steady(of)], epochMonday: "2026-12-07", previous: [before] })).news;

  test("is back to what is expected, where that is published", () => {
    expect(ended({})).toMatchObject([{ change: "ended", why: "norm", finding: before.findings[0] }]);
  });

  test("ended for too little data where the gate withholds the cell", () => {
    const counts = (zone: number, back: number) => (zone === 1 && back < 3 ? 0 : 2);
    expect(ended({ counts })).toMatchObject([{ change: "ended", why: "few" }]);
  });

  test("is not known to have ended where nobody goes any more", () => {
    expect(ended({ hours: grown([1], 0, { other: 4 }) })).toMatchObject([
      { change: "ended", why: "unknown" },
    ]);
  });
});

test("the same input gives the same bytes", () => {
  const input = town({ needs: [steady({ counts: grown([1, 2], 5) }), steady()] });
  expect(JSON.stringify(read(input))).toBe(JSON.stringify(read(structuredClone(input))));
});

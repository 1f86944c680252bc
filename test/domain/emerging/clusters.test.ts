import { expect, test } from "vitest";
import { clusterRatio } from "../../../domain/emerging/needScan.ts";
import type { EpochInput, WindowCell } from "../../../domain/emerging/needSeries.ts";
import { readEpoch } from "../../../domain/emerging/readEpoch.ts";
import { grown, plainGate, stateOf, steady, town } from "./inventedTown.ts";

const read = (input: EpochInput) => readEpoch(input, plainGate(input));
const zones = 16;

/** Twice as many in three of sixteen zones, for six weeks: twelve in the window of each where six are expected. */
const GROWING = grown([3, 4, 5], 4, { weeks: 6 });

test("zones side by side that each grow too little to tell are found together", () => {
  const reading = read(town({ zones, needs: [steady({ counts: GROWING })] }));
  expect(reading.states.state).not.toContain("emerging");
  expect(reading.findings).toMatchObject([
    { kind: "cluster", zones: ["z3", "z4", "z5"], ratio: 2, weeks: 6, since: "2026-10-12", corrected: true },
  ]);
});

test("an emerging zone within a cluster is told by the cluster, and both are sure", () => {
  const counts = grown([3, 4], 6, { weeks: 3, other: 1 });
  const reading = read(town({ zones, needs: [steady({ counts })] }));
  expect(reading.findings).toMatchObject([
    { kind: "cluster", zones: ["z3", "z4"], grade: "confirmed", strength: "strong" },
  ]);
  expect([stateOf(reading, "n0", "z3"), stateOf(reading, "n0", "z4")]).toEqual(["confirmed", "confirmed"]);
});

test("nine observations are no cluster, however unlikely; ten may be", () => {
  const rare = (now: number) => (zone: number, back: number) =>
    back === 0 && zone === 3 ? now : back > 0 && back % 9 === 0 ? 1 : 0;
  expect(read(town({ zones, needs: [steady({ counts: rare(9) })] })).findings).toMatchObject([
    { kind: "zone" },
  ]);
  expect(read(town({ zones, needs: [steady({ counts: rare(10) })] })).findings).toMatchObject([
    { kind: "cluster", zones: ["z3"] },
  ]);
});

test("what was recorded in weeks of which no presence is known does not make up the ten", () => {
  const counts = (zone: number, back: number) =>
    zone === 3 && back < 3 ? ([5, 3, 4][back] ?? 0) : back > 2 && back % 9 === 0 ? 1 : 0;
  const hours = (zone: number, back: number) => (zone === 3 && back === 1 ? 0 : 4);
  expect(read(town({ zones, needs: [steady({ counts })] })).findings).toMatchObject([{ kind: "cluster" }]);
  expect(read(town({ zones, needs: [steady({ counts, hours })] })).findings).toMatchObject([
    { kind: "zone" },
  ]);
});

test("growth of a cluster is measured against the city's in the weeks of which the city's is known", () => {
  const input = town({ zones: 2, needs: [steady({ counts: grown([0], 4, { weeks: 6 }) })] });
  const series = input.needs[0];
  if (!series) throw new Error("no need");
  const ratio = (weeks: number) =>
    clusterRatio({ zones: [0], weeks, observed: 1, expected: 1 }, series, { weeks: 31, movement: 2 });
  expect(ratio(6)).toBeCloseTo(24 / (2 * 3 + 4 * 3), 12);
  expect(ratio(3)).toBeCloseTo(12 / ((3 * 4 + 23 * 2) / 26) / 3 / 2, 12);
});

test("a cluster whose cells together the gate publishes as fewer than ten is not told", () => {
  const input = town({ zones, needs: [steady({ counts: GROWING })] });
  const gate = plainGate(input);
  const few = {
    ...gate,
    shown: (cell: WindowCell) => ((cell.zones?.length ?? 0) > 1 ? 9 : gate.shown(cell)),
  };
  expect(readEpoch(input, few).findings.filter(({ kind }) => kind === "cluster")).toEqual([]);
});

test("zones where nobody was are not named, zones where nothing was seen are", () => {
  const hours = (zone: number, back: number) => (zone === 4 && back < 3 ? 0 : 4);
  const counts = (zone: number, back: number) => (back < 3 ? ([3, 5].includes(zone) ? 7 : 0) : 1);
  const seen = read(town({ zones, needs: [steady({ counts })] }));
  expect(seen.findings[0]).toMatchObject({ kind: "cluster", zones: ["z3", "z4", "z5"] });
  const unvisited = read(town({ zones, needs: [steady({ counts, hours })] }));
  expect(unvisited.findings[0]).toMatchObject({ kind: "cluster", zones: ["z3", "z5"] });
});

test("more looking in three zones is no cluster where hours are known, and said to be uncorrected where none are", () => {
  const counts = grown([3, 4, 5], 5, { weeks: 3, other: 2 });
  const known = read(town({ zones, needs: [steady({ counts, hours: grown([3, 4, 5], 10, { other: 4 }) })] }));
  expect(known.findings).toEqual([]);
  const unknown = read(town({ zones, needs: [steady({ counts, hours: () => 0 })] }));
  expect(unknown.findings).toMatchObject([
    { kind: "cluster", zones: ["z3", "z4", "z5"], corrected: false, services: null },
  ]);
  expect(new Set(unknown.states.state)).toEqual(new Set(["unknown"]));
});

test("when the whole city shows more, no part of it is a cluster", () => {
  const everywhere = Array.from({ length: zones }, (_, zone) => zone);
  const reading = read(town({ zones, needs: [steady({ counts: grown(everywhere, 5) })] }));
  expect(reading.findings.map(({ kind }) => kind)).toEqual(["city"]);
});

test("a cluster that is found again next week keeps its name and since when it is, and is confirmed", () => {
  const before = read(town({ zones, needs: [steady({ counts: GROWING })] }));
  expect(before.findings[0]?.grade).toBe("to_confirm");
  const more = grown([3, 4, 5], 5, { weeks: 7 });
  const next = town({
    ...{ zones, epochMonday: "2026-11-23", previous: [before] },
    needs: [steady({ counts: more })],
  });
  const now = read(next);
  const [was, is] = [before.findings[0], now.findings[0]];
  expect(is).toMatchObject({ id: was?.id, grade: "confirmed", since: "2026-10-12" });
  expect(now.news).toMatchObject([{ change: "confirmed", finding: { id: was?.id } }]);
});

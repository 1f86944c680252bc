import { describe, expect, test } from "vitest";
import type { EpochInput, Tools, WindowCell } from "../../../domain/emerging/needSeries.ts";
import { readEpoch } from "../../../domain/emerging/readEpoch.ts";
import { Reading } from "../../../domain/emerging/reading.ts";
import { plainGate, seeded, steady, town } from "./inventedTown.ts";

/** Three needs that grow somewhere, the last now and then everywhere, over hours that wander; sixteen zones, counts from 0 up. */
function wild(seed: number): EpochInput {
  const random = seeded(`town ${seed}`);
  const hot = Math.floor(random() * 14);
  const counts =
    (level: number, everywhere = false) =>
    (zone: number, back: number) => {
      const grows = back < 4 && (everywhere || (zone >= hot && zone < hot + 2)) ? 4 : 1;
      return Math.floor(random() * 2 * level * grows + random());
    };
  const hours = () => (random() < 0.1 ? 0 : 1 + Math.floor(random() * 8));
  return town({
    zones: 16,
    needs: [
      steady({ counts: counts(2), hours }),
      steady({ counts: counts(0.5), hours }),
      steady({ counts: counts(1, seed % 5 === 0), hours, sensitive: true }),
    ],
  });
}

/** A gate that adds noise and withholds at whim, always the same for the same cell. */
function moody(input: EpochInput, seed: number): Tools {
  const plain = plainGate(input);
  return {
    random: seeded,
    shown: (cell) => {
      const chance = seeded(`${seed} ${cell.need} ${cell.zones?.join() ?? "city"} ${cell.weeks}`)();
      const value = plain.shown(cell);
      return value === null || chance < 0.3 ? null : Math.max(5, value + Math.round(chance * 12) - 6);
    },
  };
}

const SEEDS = Array.from({ length: 25 }, (_, i) => i);
const readings = SEEDS.map((seed) => {
  const input = wild(seed);
  const tools = moody(input, seed);
  return { input, tools, reading: readEpoch(input, tools) };
});

type Place = { need: string; zones: readonly string[]; weeks: number };
const cellOf = (input: EpochInput, { need, zones, weeks }: Place): WindowCell => ({
  ...{ need, weeks },
  zones: zones.length > 0 ? zones.map((id) => input.zones.findIndex((zone) => zone.id === id)) : null,
});

describe("over many towns and gates", () => {
  test("something grows in most of them, so that there is something to be silent about", () => {
    expect(readings.filter(({ reading }) => reading.findings.length > 0).length).toBeGreaterThan(12);
    const kinds = readings.flatMap(({ reading }) => reading.findings.map(({ kind }) => kind));
    expect(new Set(kinds)).toEqual(new Set(["zone", "cluster", "city"]));
    const states = readings.flatMap(({ reading }) => reading.states.state);
    expect(new Set(states)).toEqual(new Set(["emerging", "confirmed", "norm", "few", "unknown"]));
  });

  test("a place whose cell is withheld is never said to emerge, nor to be as expected", () => {
    const said = readings.flatMap(({ input, tools, reading: { states } }) =>
      states.state.map((state, i) => {
        const [need, zone] = [states.need[i] ?? "", states.zone[i] ?? null];
        const cell = cellOf(input, {
          need,
          zones: zone === null ? [] : [zone],
          weeks: need === "n2" ? 5 : 3,
        });
        return { state, shown: tools.shown(cell) };
      }),
    );
    const withheld = said.filter(({ shown }) => shown === null).map(({ state }) => state);
    expect(new Set(withheld)).toEqual(new Set(["few", "unknown"]));
    const emerging = said.filter(({ state }) => state === "emerging" || state === "confirmed");
    expect(Math.min(...emerging.map(({ shown }) => shown ?? 0))).toBeGreaterThanOrEqual(5);
  });

  test("no finding is told of cells that are withheld together, nor a group of zones of fewer than ten", () => {
    for (const { input, tools, reading } of readings) {
      for (const { kind, need, zones, weeks } of reading.findings) {
        const shown = tools.shown(cellOf(input, { need, zones, weeks: weeks ?? 0 }));
        expect(shown, kind).not.toBeNull();
        expect(shown).toBeGreaterThanOrEqual(kind === "zone" ? 5 : 10);
      }
    }
  });

  test("a sensitive need is nowhere said of a zone", () => {
    for (const { reading } of readings) {
      const rows = reading.states.need.flatMap((need, i) => (need === "n2" ? [reading.states.zone[i]] : []));
      expect(rows).toEqual([null]);
      expect(reading.findings.filter(({ need, zones }) => need === "n2" && zones.length > 0)).toEqual([]);
    }
  });

  test("nothing is in a reading but what its published form names, and ids are not given twice", () => {
    for (const { reading } of readings) {
      expect(Reading.parse(reading)).toEqual(reading);
      const ids = reading.findings.map(({ id }) => id);
      expect(new Set(ids).size).toBe(ids.length);
    }
  });

  test("the surest findings come first, and equals in the order of the network", () => {
    const rank = ({ grade, strength, ratio }: Reading["findings"][number]) =>
      ["confirmed", "to_confirm", "slow"].indexOf(grade) * 100 +
      (strength === "fair" ? 10 : 0) -
      (ratio ?? 0);
    for (const { reading } of readings) {
      const ranks = reading.findings.map(rank);
      expect(ranks).toEqual(ranks.toSorted((a, b) => a - b));
    }
  });
});

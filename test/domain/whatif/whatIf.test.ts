import { describe, expect, test } from "vitest";
import { type Coverage, cellOf, coverageOf, weeksAt } from "../../../domain/coverage.ts";
import { suppose, supposedBars, supposedStates, supposedWeek } from "../../../domain/whatif/supposed.ts";
import { usualShifts } from "../../../domain/whatif/usualShifts.ts";
import {
  formatWhatIf,
  hoursOfShift,
  MOST_SHIFTS,
  parseWhatIf,
  segmentAt,
  withShifts,
} from "../../../domain/whatif/whatIf.ts";

const shifts = (text: string) => parseWhatIf(text).shifts;

describe("a hypothesis in an address", () => {
  test("comes back as it was written", () => {
    const text = "ca.Q05.thu-22-01,-ps.Q01.mon-08-10,vs-2.Q_1.sun-22-24";
    expect(parseWhatIf(text).refused).toEqual([]);
    expect(formatWhatIf(shifts(text))).toBe(text);
    expect(shifts(text)[1]).toEqual({
      service: "ps",
      zone: "Q01",
      segment: { day: 0, from: 8, to: 10 },
      away: true,
    });
  });

  test.each([
    "ca.Q05",
    "ca.Q05.gio-22-01",
    "ca.Q05.thu-25-26",
    "--ca.Q05.thu-22-01",
    ".Q05.thu-22-01",
    "ca.Q05.thu-22-01.x",
    "x",
  ])("%s is refused as it stands, and spoils nothing else", (part) => {
    expect(parseWhatIf(`${part},ca.Q05.fri-22-24`)).toEqual({
      shifts: shifts("ca.Q05.fri-22-24"),
      refused: [part],
    });
  });

  test("no text is no shift; a shift said twice counts once; the sixty-first is refused", () => {
    expect(parseWhatIf("")).toEqual({ shifts: [], refused: [] });
    expect(shifts("ca.Q05.fri-22-24,ca.Q05.fri-22-24")).toHaveLength(1);
    const many = Array.from({ length: 61 }, (_, i) => `s${i}.Q05.fri-22-24`).join(",");
    expect(parseWhatIf(many).shifts).toHaveLength(MOST_SHIFTS);
    expect(parseWhatIf(many).refused).toEqual(["s60.Q05.fri-22-24"]);
  });

  test("a shift may run past midnight and past the end of its day, and Sunday night into Monday morning", () => {
    const hours = (text: string) => shifts(text).flatMap((shift) => hoursOfShift(shift, 6));
    expect(hours("ca.Q05.thu-22-01")).toEqual([94, 95, 96]);
    expect(hours("ca.Q05.thu-05-08")).toEqual([101, 102, 103]);
    expect(hours("ca.Q05.sun-05-07")).toEqual([5, 6]);
    for (const text of ["thu-22-01", "thu-05-08", "sun-05-07", "mon-06-24"]) {
      const [first = 0, ...rest] = hours(`ca.Q05.${text}`);
      expect(
        formatWhatIf([
          { service: "ca", zone: "Q05", segment: segmentAt(first, rest.length + 1, 6), away: false },
        ]),
      ).toBe(`ca.Q05.${text}`);
    }
  });
});

const weeks = ["2026-09-07", "2026-09-14", "2026-09-21", "2026-09-28"];
const slots = [
  { id: "day", from: 6, to: 22 },
  { id: "night", from: 22, to: 6 },
];
/** Four weeks, the last of which ends on Wednesday. The night unit is at the harbour on Fridays at 22. */
const real: Coverage = coverageOf(
  {
    period: "2026-09",
    from: "2026-09-07",
    to: "2026-09-30",
    weeks,
    days: [15, 15, 15, 7, 7, 7, 7],
    presence: {
      service: ["night", "police"],
      zone: ["harbour", "harbour"],
      hour: [118, 118],
      planned: [7, 7],
      seen: [7, 0],
    },
    visits: {
      service: ["night", "police"],
      zone: ["harbour", "hill"],
      slot: ["night", "day"],
      last: ["2026-09-25", "2026-09-20"],
    },
    hours: { zone: [], slot: [], weekpart: [], service: [], hours: [], planned: [], seen: [] },
    reliability: { service: [], recorded: [], confirmed: [], declared: [], rho: [] },
  },
  { zones: ["harbour", "hill"], services: ["night", "police"], slots, dayStart: 6, shelfLifeWeeks: 8 },
  (from, to) => Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000),
);
const weeksSeen = (coverage: Coverage, place: string, hour: number) => {
  const [service = "", zone = ""] = place.split(" ");
  return weeksAt(coverage.seen, cellOf(coverage, { zone, service }, hour) ?? 0);
};

describe("presence under a hypothesis", () => {
  test("nothing supposed is the same object", () => {
    expect(withShifts(real, [])).toBe(real);
    const none = suppose(real, []);
    expect([none.kept === real, none.coverage === real, supposedBars(none, null).supposed]).toEqual([
      true,
      true,
      null,
    ]);
  });

  test("a shift is there in every week its day has in the period, no more", () => {
    const would = withShifts(real, shifts("police.hill.mon-08-10,police.hill.thu-08-09"));
    expect([8, 9, 10].map((hour) => weeksSeen(would, "police hill", hour))).toEqual([4, 4, 0]);
    expect(weeksSeen(would, "police hill", 80)).toBe(3);
  });

  test("hours away are gone, in that service alone, and the real presence is untouched", () => {
    const would = withShifts(real, shifts("-night.harbour.fri-22-23"));
    expect([weeksSeen(would, "night harbour", 118), weeksSeen(real, "night harbour", 118)]).toEqual([0, 3]);
  });

  test("hours taken away and given back are there", () => {
    const would = withShifts(real, shifts("night.harbour.fri-22-23,-night.harbour.fri-20-23"));
    expect(weeksSeen(would, "night harbour", 118)).toBe(3);
  });

  test("a hypothesis has seen nothing: what is forgotten, and when anybody was last seen, stay", () => {
    const would = withShifts(real, shifts("police.hill.mon-22-24"));
    expect(would.forgotten).toBe(real.forgotten);
    expect(would.lastSeen).toBe(real.lastSeen);
  });

  test("strangers change nothing", () => {
    expect(withShifts(real, shifts("love.hill.mon-08-10,police.moon.mon-08-10")).seen).toEqual(real.seen);
  });
});

test("hours that could move are those a service has, zone by zone, within the hours chosen", () => {
  const moves = (service: string, hours: number[]) => formatWhatIf(usualShifts(real, service, hours));
  expect(moves("night", [117, 118, 119])).toBe("night.harbour.fri-22-23");
  expect(moves("night", [10, 11])).toBe("");
  const would = withShifts(real, shifts("night.hill.mon-05-08"));
  // The week's strip ends where its operational day does.
  expect(formatWhatIf(usualShifts(would, "night", [29, 30, 31]))).toBe(
    "night.hill.mon-05-06,night.hill.tue-06-08",
  );
});

describe("zones under a hypothesis", () => {
  const states = (text: string, hours: number[]) =>
    supposedStates(suppose(real, shifts(text)), { occasions: [hours], services: null });

  test("what a hypothesis alone brings counts in the level and stands apart", () => {
    const [harbour] = states("police.harbour.fri-22-23", [118]);
    expect(harbour).toMatchObject({ level: 2, seen: ["night"], rare: [], rhythms: [], supposed: ["police"] });
  });

  test("a service usually there already is not supposed", () => {
    expect(states("night.harbour.fri-22-23", [118])[0]?.supposed).toBeUndefined();
  });

  test("a zone nobody knows stays not known, with its guest beside it", () => {
    expect(states("police.hill.fri-22-23", [118])[1]).toMatchObject({ level: null, supposed: ["police"] });
    const { week, supposed } = supposedWeek(suppose(real, shifts("police.hill.fri-22-23")), "hill", null);
    expect([week[112], supposed[112]]).toEqual([-1, 1]);
  });

  test("with hours away nobody is there, and nobody else is supposed", () => {
    const [harbour] = states("-night.harbour.fri-22-23,-police.harbour.fri-22-23", [118]);
    expect(harbour).toMatchObject({ level: 0, seen: [] });
  });

  test("bars of the strip say how many zones would be served, beside how many are", () => {
    const { seen, supposed } = supposedBars(suppose(real, shifts("police.hill.fri-22-23")), null);
    expect([seen[112], supposed?.[112]]).toEqual([1, 2]);
  });
});

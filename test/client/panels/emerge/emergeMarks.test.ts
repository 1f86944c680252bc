import { describe, expect, test } from "vitest";
import type { Listed } from "../../../../client/emergingAnswer.ts";
import { emergeMarks, emergeOutlines } from "../../../../client/panels/emerge/emergeMarks.ts";
import type { Saying } from "../../../../client/panels/emerge/findingWords.ts";
import { statesOf } from "../../../../client/panels/emerge/statesOf.ts";
import { zonesSay } from "../../../../client/panels/emerge/zoneSays.ts";
import { zoneTip } from "../../../../client/panels/emerge/zoneTip.ts";
import { listFindings } from "../../../../client/useEmerging.ts";
import { startWords, words } from "../../../../client/words.ts";
import type { State } from "../../../../domain/emerging/reading.ts";
import { finding, sample } from "./sample.ts";

await startWords("it");
const saying: Saying = { t: words.t, lang: "it", zoneName: (id) => id, needName: (id) => id };

/** The answer of one zone in these states, one need each. */
const stated = (...states: State[]) => ({
  states: {
    zone: states.map(() => "Q01"),
    need: states.map((_, i) => `need-${i}`),
    state: states,
    trend: states.map(() => "flat" as const),
  },
});
const classOf = (answer: ReturnType<typeof stated>) =>
  zonesSay(["Q01"], { answer, findings: [], chosen: null, needs: [] })[0]?.says;

const listed = (patch: Parameters<typeof finding>[0], number: number): Listed => ({
  finding: finding({ id: `f${number}`, ...patch }),
  number,
  change: null,
});

describe("the class of a zone no finding is of", () => {
  test("is as expected only if at least half of the needs are", () => {
    expect(classOf(stated("norm", "norm", "few", "unknown"))).toBe("norm");
    expect(classOf(stated("norm", "few", "unknown"))).toBe("few");
  });

  test("is unknown if nobody could see any of them, and so few if only one can hardly be told", () => {
    expect(classOf(stated("unknown", "unknown"))).toBe("unknown");
    expect(classOf(stated("unknown", "few"))).toBe("few");
  });

  test("is unknown, and the label says why, if the needs chosen are told of the whole network alone", () => {
    const { states } = sample();
    const says = zonesSay(["Q01"], { answer: { states }, findings: [], chosen: null, needs: ["azzardo"] });
    expect(says).toMatchObject([{ says: "unknown", told: false }]);
    expect(emergeMarks(says, saying, [])[0]?.figure).toMatchObject({
      text: "solo tutta la rete",
      face: "unknown",
    });
    expect(zoneTip(saying, says[0] ?? { zone: "", says: "few", told: true, findings: [] }, [])).toBe(
      "I bisogni scelti si leggono solo in tutta la rete, mai per zona.",
    );
  });
});

describe("the class of a zone with findings", () => {
  const two = [
    listed({ zones: ["Q01", "Q02"], ratio: 1.5, need: "salute" }, 1),
    listed({ zones: ["Q01"], ratio: 3, grade: "to_confirm", need: "giovani" }, 2),
    listed({ zones: ["Q01"], ratio: null, grade: "slow", kind: "trend", need: "abitare" }, 3),
  ];
  const asked = { answer: stated("norm", "norm"), findings: two, chosen: null, needs: [] };

  test("is that of the strongest, and the label says how many more there are", () => {
    const says = zonesSay(["Q01", "Q02"], asked);
    expect(says.map((zone) => zone.says)).toEqual(["g3", "g1"]);
    expect(emergeMarks(says, saying, []).map(({ level, figure }) => [level, figure?.text])).toEqual([
      [3, "giovani ×3 o più +2"],
      [1, "salute ×1,5"],
    ]);
  });

  test("is that of the one looked at, when it is of that zone", () => {
    expect(zonesSay(["Q01"], { ...asked, chosen: two[2] ?? null })[0]?.findings[0]?.number).toBe(3);
  });
});

describe("marks", () => {
  const says = zonesSay(["Q01"], { answer: stated("few"), findings: [], chosen: null, needs: [] });

  test("of too little data are dots without a class, in quiet words", () => {
    expect(emergeMarks(says, saying, [])).toMatchObject([
      {
        family: "growth",
        level: null,
        few: true,
        dimmed: false,
        figure: { text: "pochi dati", face: "unknown" },
      },
    ]);
  });

  test("the legend did not choose are dimmed", () => {
    expect(emergeMarks(says, saying, ["few"])[0]?.dimmed).toBe(false);
    expect(emergeMarks(says, saying, ["norm"])[0]?.dimmed).toBe(true);
  });
});

describe("lines around findings", () => {
  const { findings, city } = listFindings(sample(), []);
  const outlines = (chosen: Listed | null, ...dimmed: string[]) =>
    emergeOutlines({ findings, chosen, dimmed: new Set(dimmed) }, words.t);

  test("are solid when confirmed, dashed to be confirmed, dotted when slow; none for the whole network", () => {
    expect(outlines(null).map(({ line, zones }) => [line, zones])).toEqual([
      ["solid", ["Q01", "Q03"]],
      ["dashed", ["Q04"]],
      ["dotted", ["Q05"]],
    ]);
    expect(city).toHaveLength(1);
  });

  test("stand back while another is looked at, but not for one of the whole network", () => {
    const standings = (chosen: Listed | null) => outlines(chosen).map(({ standing }) => standing);
    expect(standings(findings[1] ?? null)).toEqual(["quiet", "chosen", "quiet"]);
    expect(standings(city[0] ?? null)).toEqual(["plain", "plain", "plain"]);
  });

  test("stand back with their zones, unless one of them is not dimmed", () => {
    const standings = (...dimmed: string[]) => outlines(null, ...dimmed).map(({ standing }) => standing);
    expect(standings("Q01", "Q03", "Q04")).toEqual(["quiet", "quiet", "plain"]);
    expect(standings("Q01")).toEqual(["plain", "plain", "plain"]);
  });

  test("have their number, with a word for what is new", () => {
    expect(outlines(null).map(({ badge }) => [badge?.text, badge?.fresh])).toEqual([
      ["1", "ora confermato"],
      ["2", "nuovo"],
      ["3", undefined],
    ]);
  });
});

test("pointing at a zone says what grows there, then what of its other needs", () => {
  const { findings } = listFindings(sample(), []);
  const [says] = zonesSay(["Q04"], { answer: sample(), findings, chosen: null, needs: [] });
  const states = statesOf(sample(), []).filter(({ zone }) => zone === "Q04");
  const counts = (state: State) =>
    states.filter((one) => one.need !== "giovani" && one.state === state).length;
  if (!says) throw new Error("no zone Q04");
  expect(zoneTip(saying, says, states)).toBe(
    `Giovani a Q04: circa la metà in più dell’atteso. ${counts("norm")} bisogni nella norma e ${counts("few")} con pochi dati.`,
  );
});

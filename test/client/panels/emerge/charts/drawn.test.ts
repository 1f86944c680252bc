import { beforeAll, expect, test } from "vitest";
import { drawnFinding } from "../../../../../client/panels/emerge/charts/drawnFinding.ts";
import { bandPath, linePath, plotOf, roundTop } from "../../../../../client/panels/emerge/charts/plot.ts";
import { rateOf } from "../../../../../client/panels/emerge/charts/point.ts";
import { pointLine, pointWords, tileWords } from "../../../../../client/panels/emerge/charts/pointWords.ts";
import { cityPoints } from "../../../../../client/panels/emerge/charts/series.ts";
import { tilesOf } from "../../../../../client/panels/emerge/charts/tiles.ts";
import { startWords, words } from "../../../../../client/words.ts";
import { cluster, emerged, everywhere, NEEDS, series, slow } from "./chartSample.ts";

beforeAll(() => startWords("it"));

const rule = { threshold: 5, variance: 4 };
const plainly = { rule, sensitive: false };
const ruleOf = () => rule;

test("of zones, months are drawn; of the whole city, the weeks before the last ones, which are only a class", () => {
  const zones = drawnFinding(emerged, cluster, plainly);
  expect([zones.step, zones.points.length, zones.days]).toEqual([
    "month",
    12,
    { from: "2025-11-01", to: "2026-11-01" },
  ]);
  const city = drawnFinding(emerged, everywhere, plainly);
  expect([city.step, city.points.length, city.days.to]).toEqual(["week", 26, "2026-11-02"]);
  expect(city.points.every((point) => rateOf(point) === 1)).toBe(true);
  expect([city.usual, city.badgeAt, city.level]).toEqual([1, 2, "g2"]);
});

test("the hours of the last weeks are those of all zones together", () => {
  expect(drawnFinding(emerged, cluster, plainly).hoursNow).toBe(21);
  expect(drawnFinding(emerged, everywhere, plainly).hoursNow).toBe(101);
  expect(drawnFinding(emerged, slow, plainly).hoursNow).toBeNull();
});

test("a slow trend has a line of its own, and of the last weeks only what its place is said to be", () => {
  const { trend, level, badgeAt, weeks } = drawnFinding(emerged, slow, plainly);
  expect(trend?.last).toBeGreaterThan(trend?.first ?? 0);
  expect([level, badgeAt, weeks]).toEqual(["norm", null, 3]);
  const unseen = { ...slow, zones: ["centro"] };
  expect(drawnFinding(emerged, unseen, plainly).level).toBe("unknown");
  expect(drawnFinding(emerged, { ...slow, zones: ["nowhere"] }, plainly).level).toBe("unknown");
});

test("growth under half as much again is growth, without a figure", () => {
  const little = { ...everywhere, ratio: null };
  const { level, badgeAt } = drawnFinding(emerged, little, plainly);
  expect([level, badgeAt]).toEqual(["more", null]);
  const { tiles } = tilesOf(
    { ...emerged, findings: [little] },
    { needs: NEEDS, zone: null, sameScale: false, ruleOf },
  );
  expect(tiles.map(({ mark, usual }) => [mark, usual])).toEqual([
    [null, null],
    ["more", 1],
    ["few", null],
  ]);
});

test("an axis ends on a round number that holds every figure", () => {
  expect([0.83, 1, 1.2, 4.4, 11, 0].map(roundTop)).toEqual([1, 1, 1.5, 5, 15, 1]);
  expect(drawnFinding(emerged, everywhere, plainly).most).toBe(2);
});

test("the line is broken where nothing can be said, and so is the surface under it", () => {
  const points = cityPoints(series, "abitare", rule);
  const plot = plotOf({ from: "2026-05-04", to: "2026-11-23" }, { width: 290, top: 0, bottom: 100, most: 2 });
  const line = linePath(points, rateOf, plot);
  expect(line.match(/M/g)).toHaveLength(3);
  expect(line.startsWith("M5 60L15 55L25 50")).toBe(true);
  expect(line).not.toContain("105 ");
  const area = bandPath(points, { low: () => 0, high: rateOf }, plot);
  expect(area.match(/Z/g)).toHaveLength(3);
});

test("a figure between two that cannot be said is as wide as its week", () => {
  const [one] = cityPoints(series, "abitare", rule);
  const plot = plotOf({ from: "2026-05-04", to: "2026-05-11" }, { width: 10, top: 0, bottom: 100, most: 1 });
  expect(linePath(one ? [one] : [], rateOf, plot)).toBe("");
  expect(bandPath(one ? [one] : [], { low: () => 0, high: rateOf }, plot)).toBe("M0 20H10V100H0Z");
});

test("what is over the axis is cut at its top", () => {
  const plot = plotOf({ from: "2026-05-04", to: "2026-05-11" }, { width: 10, top: 5, bottom: 100, most: 1 });
  expect(plot.y(3)).toBe(5);
});

test("every need has its chart: the city by week, sensitive ones by month, on one axis of time", () => {
  const { tiles, days, recent } = tilesOf(emerged, { needs: NEEDS, zone: null, sameScale: false, ruleOf });
  expect(tiles.map(({ need, step, points, mark }) => [need, step, points.length, mark])).toEqual([
    ["abitare", "week", 29, "slow"],
    ["solitudine", "week", 29, "g2"],
    ["azzardo", "month", 5, "few"],
  ]);
  expect([days, recent]).toEqual([{ from: "2026-05-04", to: "2026-11-23" }, "2026-11-02"]);
  expect(tiles.map(({ most }) => most)).toEqual([1.5, 2, 0.3]);
});

test("on the same scale every chart ends where the highest does", () => {
  const { tiles } = tilesOf(emerged, { needs: NEEDS, zone: null, sameScale: true, ruleOf });
  expect(tiles.map(({ most }) => most)).toEqual([2, 2, 2]);
});

test("a zone is only ever told by month, and sensitive needs not at all", () => {
  const { tiles } = tilesOf(emerged, { needs: NEEDS, zone: "centro", sameScale: false, ruleOf });
  expect(tiles.map(({ step, points }) => [step, points.length])).toEqual([
    ["month", 12],
    ["month", 12],
    ["month", 0],
  ]);
  expect(tiles.map(({ mark }) => mark)).toEqual(["unknown", "g2", null]);
  const city = { ...emerged, findings: [everywhere] };
  const marks = tilesOf(city, { needs: NEEDS, zone: "centro", sameScale: false, ruleOf }).tiles;
  expect(marks.map(({ mark }) => mark)).toEqual(["unknown", null, null]);
});

test("in words, what is withheld or unknown is never zero", () => {
  const telling = { t: words.t, lang: "it" as const };
  const points = cityPoints(series, "abitare", rule);
  const said = (i: number) => {
    const point = points[i];
    return point ? pointLine(telling, point, "week") : "";
  };
  expect(said(0)).toBe(
    "settimana del 4 mag 2026: 0,8 ogni 10 ore (8 volte su 10 tra 0,4 e 1,3), 100 ore a settimana",
  );
  expect(said(10)).toBe("settimana del 13 lug 2026: trattenuto: si conta al più 0,4, 100 ore a settimana");
  expect(said(15)).toBe("settimana del 17 ago 2026: non noto: nessuno poteva vederlo, 0 ore a settimana");
  expect(tileWords(telling, { points, step: "week" })).toBe(
    "27 settimane, da 0,8 a 1,2 ogni 10 ore; in altri 2 casi non si può dire",
  );
});

test("a sum with a withheld part is told from its least to its most", () => {
  const month = drawnFinding(emerged, cluster, plainly).points[4];
  const telling = { t: words.t, lang: "it" as const };
  expect(month && pointWords(telling, month, "month")).toMatchObject({
    when: "marzo 2026",
    rate: "1,4–1,8",
  });
});

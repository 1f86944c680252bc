import { expect, test } from "vitest";
import { listFindings } from "../../client/useEmerging.ts";
import { sample } from "./panels/emerge/sample.ts";

test("findings of zones are numbered as listed, those of the whole network stand apart, and each says what is new of it", () => {
  const { city, findings } = listFindings(sample(), []);
  expect(city.map(({ finding, number }) => [finding.need, number])).toEqual([["azzardo", null]]);
  expect(findings.map(({ finding, number, change }) => [finding.need, number, change])).toEqual([
    ["solitudine", 1, "confirmed"],
    ["giovani", 2, "appeared"],
    ["abitare", 3, null],
  ]);
});

test("of some needs only their findings and news are listed, numbered anew", () => {
  const { city, findings, news } = listFindings(sample(), ["giovani", "salute"]);
  expect(city).toEqual([]);
  expect(findings.map(({ finding, number }) => [finding.need, number])).toEqual([["giovani", 1]]);
  expect(news.map(({ finding }) => finding.need)).toEqual(["giovani", "salute"]);
  expect(listFindings(null, [])).toEqual({ city: [], findings: [], news: [] });
});

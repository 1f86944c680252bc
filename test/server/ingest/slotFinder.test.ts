import { beforeAll, expect, test } from "vitest";
import type { Network } from "../../../domain/network.ts";
import { readTime } from "../../../server/ingest/readTime.ts";
import { slotFinder } from "../../../server/ingest/slotFinder.ts";
import { loadNetwork } from "../../../server/network/loadNetwork.ts";
import { townFolder } from "../town.ts";

let network: Network;
beforeAll(async () => {
  network = await loadNetwork(townFolder);
});

const place = (text: string, of: Network = network) => {
  const time = readTime(text, of.timezone);
  if (!time) throw new Error(text);
  return slotFinder(of, () => of)(time);
};

test("a night belongs to the day it began", () => {
  expect(place("2026-09-05 01:00")).toEqual({ day: "2026-09-04", slot: "notte" });
  expect(place("2026-09-05 05:59")).toEqual({ day: "2026-09-04", slot: "notte" });
  expect(place("2026-09-05 06:00")).toEqual({ day: "2026-09-05", slot: "mattina" });
  expect(place("2027-01-01 03:00")).toEqual({ day: "2026-12-31", slot: "notte" });
});

test("nights in which the clocks change keep their day and slot", () => {
  for (const text of ["2026-03-29 02:30", "2026-03-29T01:30Z", "2026-03-29T03:30+02:00"])
    expect(place(text)).toEqual({ day: "2026-03-28", slot: "notte" });
  for (const text of [
    "2026-10-25 02:30",
    "2026-10-25T02:30+02:00",
    "2026-10-25T02:30+01:00",
    "2026-10-25T01:30Z",
  ])
    expect(place(text)).toEqual({ day: "2026-10-24", slot: "notte" });
});

test("an hour the clocks skipped is the one they jumped to, even where a day begins", () => {
  const early = { ...network, day_start: 3 };
  expect(place("2026-03-29 02:30", early).day).toBe("2026-03-29");
  expect(place("2026-03-28 02:30", early).day).toBe("2026-03-27");
});

import { expect, test } from "vitest";
import { bestShift } from "../../../domain/advice/bestShift.ts";
import { fieldTable } from "../../../domain/advice/field.ts";

const zones = ["harbour", "hill"];
const needs = ["food", "health"];
/** Food lacks at the harbour from Friday 20 to Saturday 02, health on the hill on Friday at 23. */
const table = fieldTable(
  {
    act: ({ zone, hour, need }) => {
      if (zone === "harbour" && need === "food") return hour >= 116 && hour < 122 ? 0.5 : 0;
      return zone === "hill" && need === "health" && hour === 119 ? 2 : 0;
    },
    look: () => 5,
  },
  { zones, needs, dayStart: 6 },
);
const crews = (hours: number[]) => services.map((service) => ({ ...service, hours }));
const services = [
  { id: "canteen", needs: ["food"] },
  { id: "night", needs: ["food", "health"] },
];
const night = [118, 119, 120, 121];

test("the shift that meets most, whoever can meet it", () => {
  expect(bestShift(table, { services: crews(night), longest: 3, dayStart: 6 })).toEqual({
    service: "night",
    zone: "hill",
    hour: 118,
    length: 3,
    worth: 2,
  });
});

test("between equals the service that stands first, and the earlier hour", () => {
  const canteen = bestShift(table, { services: crews(night).slice(0, 1), longest: 3, dayStart: 6 });
  expect(canteen).toMatchObject({ service: "canteen", zone: "harbour", hour: 118, worth: 1.5 });
});

test("shorter where the chosen hours are shorter; none where nothing is known to lack", () => {
  expect(bestShift(table, { services: crews([119]), longest: 3, dayStart: 6 })).toMatchObject({
    length: 1,
    worth: 2,
  });
  expect(bestShift(table, { services: crews([10, 11]), longest: 3, dayStart: 6 })).toBeNull();
});

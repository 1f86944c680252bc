import { type Network, NetworkFile, Schedule, Service } from "../../domain/network.ts";

const weekOnly = { week: [], month: [], quarter: [], year: [] };

/** A network of two zones and two services, with the schedules a test is about. */
export function twoZones(schedules: Partial<Schedule>[]): Network {
  const file = NetworkFile.parse({
    id: "two",
    name: "Two zones",
    locale: "en",
    timezone: "Europe/Rome",
    country: "IT",
    slots: [
      { id: "day", name: "Day", from: 6, to: 22 },
      { id: "night", name: "Night", from: 22, to: 6 },
    ],
    aims: [{ id: "care", name: "Care" }],
    groups: [{ id: "basics", name: "Basics" }],
    disclosure: {
      perturbation: { D: 6, V: 4, js: 0 },
      floor: 2,
      threshold: 5,
      views: weekOnly,
      sensitive: { perturbation: { D: 8, V: 6, js: 0 }, floor: 4, threshold: 10, views: weekOnly },
    },
    attribution: "made for a test",
  });
  const service = { name: "Service", aims: ["care"], needs: ["food"], color: "#112233" };
  const geometry = { type: "Polygon" as const, coordinates: [] };
  const place = {
    population: null,
    parent: null,
    approximate: false,
    label: [0, 0] as [number, number],
    geometry,
  };
  return {
    ...file,
    zones: [
      { id: "harbour", name: "Harbour", ...place },
      { id: "hill", name: "Hill", ...place },
    ],
    services: [
      Service.parse({ ...service, id: "unit", initials: "UN" }),
      Service.parse({ ...service, id: "canteen", initials: "CA" }),
    ],
    relations: [],
    needs: [{ id: "food", name: "Food", group: "basics", sensitive: false }],
    schedules: schedules.map((fields, i) =>
      Schedule.parse({
        id: `shift-${i}`,
        service: "unit",
        zones: ["harbour"],
        freq: "DAILY",
        dtstart: "2025-01-01",
        opens_at: "21:00",
        closes_at: "01:00",
        ...fields,
      }),
    ),
  };
}

import type { Known } from "../../useKnown.ts";
import type { Entry, Row, Rows, ZoneFeature } from "../draft.ts";

/** What is in force, as rows, to be compared with those of a draft. */
export function publishedRows({ services, schedules, needs, network, zones }: Known): Partial<Rows> {
  return {
    services: services.map(rowOf),
    schedules: schedules.map(rowOf),
    needs: needs.map(rowOf),
    relations: network.relations.map(rowOf),
    groups: network.groups as Entry[],
    aims: network.aims as Entry[],
    slots: network.slots as Rows["slots"],
    zones: zones.features as unknown as ZoneFeature[],
  };
}

const rowOf = (thing: object): Row =>
  Object.fromEntries(Object.entries(thing).map(([field, value]) => [field, cellOf(value)]));

const cellOf = (value: unknown): string => (Array.isArray(value) ? value.join(";") : String(value ?? ""));

import type { AimRelation, Need, NetworkFile, Schedule, Service, Zone } from "../../domain/network.ts";
import { oneLine } from "../oneLine.ts";
import type { Problem } from "./NetworkRefused.ts";
import type { Located, Records } from "./readTable.ts";
import { ZONES } from "./readZones.ts";

/** The records of a folder as they were read; `network` is null when network.json itself is broken. */
export type Parts = {
  network: NetworkFile | null;
  zones: Records<Zone>;
  services: Records<Service>;
  relations: Records<AimRelation>;
  needs: Records<Need>;
  schedules: Records<Schedule>;
};

/** Ids used twice, ids that name nothing, initials and pairs of aims that are not unique. */
export function checkReferences(parts: Parts): Problem[] {
  const [zones, services, needs] = [parts.zones.rows, parts.services.rows, parts.needs.rows];
  const [relations, schedules] = [parts.relations.rows, parts.schedules.rows];
  const known = knownIds(parts);
  return [
    ...unique({ file: ZONES, field: "id", kind: "id_taken" }, zones, ({ id }) => id),
    ...unique({ file: "services.csv", field: "id", kind: "id_taken" }, services, ({ id }) => id),
    ...unique(
      { file: "services.csv", field: "initials", kind: "initials_taken" },
      services,
      ({ initials }) => initials,
    ),
    ...unique({ file: "needs.csv", field: "id", kind: "id_taken" }, needs, ({ id }) => id),
    ...unique({ file: "schedules.csv", field: "id", kind: "id_taken" }, schedules, ({ id }) => id),
    ...unique({ file: "aims.csv", field: "a, b", kind: "pair_taken" }, relations, ({ a, b }) =>
      [a, b].sort().join(", "),
    ),
    ...exists({ file: ZONES, field: "parent" }, zones, {
      known: known.zones,
      ids: ({ parent }) => listed(parent),
    }),
    ...deepParents(zones),
    ...exists({ file: "services.csv", field: "aims" }, services, {
      known: known.aims,
      ids: ({ aims }) => aims,
    }),
    ...exists({ file: "services.csv", field: "needs" }, services, {
      known: known.needs,
      ids: (row) => row.needs,
    }),
    ...exists({ file: "needs.csv", field: "group" }, needs, {
      known: known.groups,
      ids: ({ group }) => [group],
    }),
    ...exists({ file: "aims.csv", field: "a" }, relations, { known: known.aims, ids: ({ a }) => [a] }),
    ...exists({ file: "aims.csv", field: "b" }, relations, { known: known.aims, ids: ({ b }) => [b] }),
    ...exists({ file: "schedules.csv", field: "service" }, schedules, {
      known: known.services,
      ids: ({ service }) => [service],
    }),
    ...exists({ file: "schedules.csv", field: "zones" }, schedules, {
      known: known.zones,
      ids: (row) => row.zones,
    }),
  ];
}

type Known = { kind: Problem["kind"]; words: string; file: string; ids: ReadonlySet<string> | null };

function knownIds({ network, zones, services, needs }: Parts) {
  const named = (list: readonly { id: string }[] | undefined) =>
    list ? new Set(list.map(({ id }) => id)) : null;
  return {
    zones: { kind: "no_such_zone", words: "a zone", file: ZONES, ids: zones.ids },
    services: { kind: "no_such_service", words: "a service", file: "services.csv", ids: services.ids },
    needs: { kind: "no_such_need", words: "a need", file: "needs.csv", ids: needs.ids },
    aims: { kind: "no_such_aim", words: "an aim", file: "network.json", ids: named(network?.aims) },
    groups: { kind: "no_such_group", words: "a group", file: "network.json", ids: named(network?.groups) },
  } satisfies Record<string, Known>;
}

type Column = { file: string; field: string };

function exists<T>(
  column: Column,
  rows: readonly Located<T>[],
  { known, ids }: { known: Known; ids: (row: T) => readonly string[] },
): Problem[] {
  const all = known.ids;
  if (!all) return [];
  return rows.flatMap(({ value, where }) =>
    ids(value)
      .filter((id) => !all.has(id))
      .map((id) => ({
        ...column,
        kind: known.kind,
        where,
        value: oneLine(id),
        problem: `is ${known.words} that ${known.file} does not have`,
        remedy: `Use one of its ids (${oneLine([...all].join(", "))}), or add it there.`,
      })),
  );
}

function unique<T>(
  column: Column & Pick<Problem, "kind">,
  rows: readonly Located<T>[],
  key: (row: T) => string,
): Problem[] {
  const first = new Map<string, string>();
  return rows.flatMap(({ value, where }) => {
    const id = key(value);
    const before = first.get(id);
    first.set(id, before ?? where);
    if (before === undefined) return [];
    const remedy = "Make it unique, or remove the row that repeats it.";
    return [{ ...column, where, value: oneLine(id), problem: `is already used in ${before}`, remedy }];
  });
}

/** Zones lie in districts and districts in nothing: a tree of one level, so neither circles nor chains. */
function deepParents(zones: readonly Located<Zone>[]): Problem[] {
  const parents = new Map(zones.map(({ value }) => [value.id, value.parent]));
  return zones.flatMap(({ value: { id, parent }, where }): Problem[] => {
    if (parent === null || (parents.get(parent) ?? null) === null) return [];
    const place = { file: ZONES, where, field: "parent", value: parent };
    if (parent === id) {
      const remedy = "Name the larger zone it lies in, or leave parent out.";
      return [{ ...place, kind: "parent_itself", problem: "is the zone itself", remedy }];
    }
    const problem = `has a parent itself (${oneLine(parents.get(parent))})`;
    return [
      {
        ...place,
        kind: "parent_deep",
        problem,
        remedy: "Name a zone without a parent, or leave one of the two out.",
      },
    ];
  });
}

function listed(id: string | null): string[] {
  return id === null ? [] : [id];
}

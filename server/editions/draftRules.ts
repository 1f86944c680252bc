import { type Folder, fileOf, idOf, type Part } from "./parts.ts";
import type { DraftProblem } from "./problems.ts";

/** Ids that something recorded names; `any`: something was recorded, or a period closed. */
export type Used = { services: ReadonlySet<string>; needs: ReadonlySet<string>; any: boolean };

const FIXED = ["id", "timezone", "simulated"];

/** What a folder may say at its first start and a draft may not: it would leave what was recorded without its words. */
export function draftRules(
  { before, after }: { before: Folder; after: Folder },
  used: Used,
  pastZones: readonly Folder["parts"]["zones"][],
): DraftProblem[] {
  return [
    ...fixed(before, after),
    ...removed("services", { before, after, used: used.services }),
    ...removed("needs", { before, after, used: used.needs }),
    ...(used.any ? redrawn(after, pastZones) : []),
  ];
}

function fixed(before: Folder, after: Folder): DraftProblem[] {
  const [was, is] = [before.parts.settings[0] ?? {}, after.parts.settings[0] ?? {}];
  return FIXED.filter((field) => (was[field] ?? false) !== (is[field] ?? false)).map((field) =>
    problem("fixed", "settings", { row: 0, id: "settings", field }, [
      "cannot be changed on screen: everything recorded hangs on it",
      `Write ${JSON.stringify(was[field] ?? false)} again.`,
    ]),
  );
}

type Rows = { before: Folder; after: Folder; used: ReadonlySet<string> };

const CLOSE = {
  services: {
    kind: "used_service",
    remedy:
      "Put it back, and write its last day in valid_to: it is planned no more, and its past stays readable.",
  },
  needs: {
    kind: "used_need",
    remedy: "Put it back, and set retired to true: it is offered no more, and its past stays readable.",
  },
} as const;

function removed(part: "services" | "needs", { before, after, used }: Rows): DraftProblem[] {
  const left = new Set(after.parts[part].map((row) => idOf(part, row)));
  return before.parts[part]
    .map((row) => idOf(part, row))
    .filter((id) => used.has(id) && !left.has(id))
    .map((id) =>
      problem(CLOSE[part].kind, part, { row: null, id, field: "id" }, [
        "is missing, but records or closed periods name it",
        CLOSE[part].remedy,
      ]),
    );
}

/** Another shape is another zone: under one id the figures of two places would be read as one series. */
function redrawn({ parts: { zones } }: Folder, past: readonly Folder["parts"]["zones"][]): DraftProblem[] {
  const shapes = new Map<string, Set<string>>();
  for (const zone of past.flat()) {
    const id = idOf("zones", zone);
    shapes.set(id, (shapes.get(id) ?? new Set()).add(JSON.stringify(Object(zone["geometry"]).coordinates)));
  }
  return zones.flatMap((zone, row) => {
    const id = idOf("zones", zone);
    const known = shapes.get(id);
    if (!known || known.has(JSON.stringify(Object(zone["geometry"]).coordinates))) return [];
    return [
      problem("redrawn", "zones", { row, id, field: "geometry" }, [
        "is another shape under an id that was in use before",
        "Give the redrawn zone an id of its own: its figures begin on 1 January, the old ones stay under the old id.",
      ]),
    ];
  });
}

type Place = Pick<DraftProblem, "row" | "id" | "field">;

function problem(
  ...[kind, part, place, [what, remedy]]: [DraftProblem["kind"], Part, Place, [string, string]]
): DraftProblem {
  const message = `${what}. ${remedy}`;
  return { kind, file: fileOf(part), part, ...place, value: place.id, message, waits: null };
}

import type { Change } from "../draft.ts";

/** Why a change cannot hold before the next 1 January: what it would change the meaning of. */
export type Wait = "slots" | "zones" | "need" | "aim" | "settings";

type Sides = { before: unknown; after: unknown };

/**
 * Whether a change waits for the year's end, because published figures of the running year would mean two things.
 * @param sides the `aims` cells of a service before and after, "" where there are none
 */
export function waitOf({ part, kind, fields }: Change, sides: Sides): Wait | null {
  const found = WAITS[part];
  if (!found) return null;
  const [wait, names, kinds] = found;
  if (kinds.includes(kind)) return wait;
  if (!fields.some((field) => names.includes(bare(field).split(".")[0] ?? ""))) return null;
  return part === "services" && first(sides.before) === first(sides.after) ? null : wait;
}

/** By part: why, the fields that wait, and the kinds of change that wait whatever their fields. */
const WAITS: Partial<Record<Change["part"], [Wait, readonly string[], readonly Change["kind"][]]>> = {
  slots: ["slots", ["from", "to"], ["added", "removed"]],
  zones: ["zones", ["geometry", "parent"], ["added", "removed"]],
  needs: ["need", ["group", "sensitive", "retired"], ["removed"]],
  services: ["aim", ["aims"], []],
  settings: ["settings", ["disclosure"], []],
};

/** A field's own name: "properties.population" → "population". */
export const bare = (field: string): string => field.replace(/^properties\./, "");

const first = (aims: unknown) => String(aims ?? "").split(/[;,]/)[0];

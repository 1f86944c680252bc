import { z } from "zod";
import type { Network } from "../../domain/network.ts";
import { loadNetwork } from "../network/loadNetwork.ts";
import { NetworkRefused, type Problem } from "../network/NetworkRefused.ts";
import { RefusalKind } from "../network/RefusalKind.ts";
import { type Folder, fileOf, idOf, LISTS, NETWORK, PARTS, Part, ZONES } from "./parts.ts";

/** The edition that waits for its day, where the problem is only there: the draft's changes go into that one too. */
const Waits = z.object({ edition: z.number(), takes_effect: z.string() });

/** Why a draft cannot be published yet. `row`: its place in the part's rows, from 0; null when no row is meant. */
export const DraftProblem = z.object({
  file: z.string(),
  part: Part,
  row: z.number().nullable(),
  id: z.string(),
  field: z.string(),
  value: z.string(),
  kind: RefusalKind,
  message: z.string(),
  waits: Waits.nullable(),
});
export type DraftProblem = z.infer<typeof DraftProblem>;

/** The network of a folder as a start would load and check it, or why a start would refuse it. */
export async function tryOut(
  dir: string,
  folder: Folder,
  checkLists: (network: Network) => Promise<void>,
): Promise<{ network: Network | null; problems: DraftProblem[] }> {
  const refused: DraftProblem[] = [];
  const network = await loadNetwork(dir).catch((error: unknown) => {
    if (error instanceof NetworkRefused) refused.push(...error.problems.map((one) => told(one, folder)));
    else refused.push(unexpected(error, { kind: "shape_unusable", file: ZONES, field: "geometry" }));
    return null;
  });
  if (network)
    await checkLists(network).catch((error: unknown) => {
      refused.push(unexpected(error, { kind: "views", file: NETWORK, field: "disclosure.views" }));
    });
  return { network: refused.length > 0 ? null : network, problems: refused };
}

/** What only throws is about the shapes (the geometry library) or about the view list (which says so itself). */
function unexpected(error: unknown, of: Pick<DraftProblem, "kind" | "file" | "field">): DraftProblem {
  if (!(error instanceof Error)) throw error;
  const message = error.message.replace(/^network\.json: /, "").slice(0, 500);
  return { ...of, part: partOf(of.file), row: null, id: "", value: "", message, waits: null };
}

const partOf = (file: string): Part => {
  if (file === NETWORK || file === "") return "settings";
  return PARTS.find((part) => fileOf(part) === file) ?? "settings";
};

function told({ kind, file, where, field, value, problem, remedy }: Problem, folder: Folder): DraftProblem {
  const place = placeOf({ file, where, field });
  const found = place.row === null ? undefined : folder.parts[place.part][place.row];
  const id = found === undefined ? "" : idOf(place.part, found);
  const message = `${problem}. ${remedy}`;
  return { kind, file: file || NETWORK, ...place, id, value, message, waits: null };
}

/** "line 4" is the third row of a table, "feature 3" of the zones, and `slots[2].from` says it by itself. */
function placeOf({ file, where, field }: Pick<Problem, "file" | "where" | "field">) {
  const line = /^line (\d+)/.exec(where)?.[1];
  if (line !== undefined) return { part: partOf(file), row: Math.max(0, Number(line) - 2), field };
  const feature = /^feature (\d+)/.exec(where)?.[1];
  if (feature !== undefined) return { part: partOf(file), row: Number(feature) - 1, field };
  const listed = /^(\w+)(?:\[(\d+)\])?\.?(.*)$/.exec(field);
  const list = file === NETWORK ? LISTS.find((one) => one === listed?.[1]) : undefined;
  if (!list) return { part: partOf(file), row: file === NETWORK ? 0 : null, field };
  const row = listed?.[2] === undefined ? null : Number(listed[2]);
  return { part: list, row, field: listed?.[3] ?? "" };
}

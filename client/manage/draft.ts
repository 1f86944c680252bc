import type { Feature, MultiPolygon, Polygon } from "geojson";
import type { InferResponseType } from "hono/client";
import type { api } from "../api.ts";

/** One row of a table of the network's folder: every cell a text, "" where there is none. */
export type Row = Record<string, string>;

/** An entry of a list in network.json. */
export type Entry = { id: string; name: string; name_it?: string; name_en?: string };
export type SlotEntry = Entry & { from: number; to: number };

export type ZoneProperties = Entry & {
  population?: number | null;
  addresses?: number | undefined;
  parent?: string | null;
  approximate?: boolean;
  [other: string]: unknown;
};
export type ZoneFeature = Feature<Polygon | MultiPolygon, ZoneProperties>;

/** What can be edited, part by part, as it stands in the files. */
export type Rows = {
  services: Row[];
  schedules: Row[];
  needs: Row[];
  groups: Entry[];
  slots: SlotEntry[];
  aims: Entry[];
  relations: Row[];
  zones: ZoneFeature[];
};
export type DraftPart = keyof Rows;
export const DRAFT_PARTS: readonly DraftPart[] = [
  "services",
  "schedules",
  "needs",
  "groups",
  "slots",
  "aims",
  "relations",
  "zones",
];

export type Editions = InferResponseType<typeof api.editions.$get, 200>;
export type Edition = Editions["editions"][number];
/** One thing that differs from what is published. */
export type Change = Edition["changes"][number];
/** What the server finds wrong in a draft, and where. */
export type RowProblem = NonNullable<Editions["draft"]>["problems"][number];

/** A change of the rows of one part, made again on newer rows when somebody else saved meanwhile. */
export type Edit = { [P in DraftPart]: { part: P; change: (rows: Rows[P]) => Rows[P] } }[DraftPart];

export const editOf = <P extends DraftPart>(part: P, change: (rows: Rows[P]) => Rows[P]): Edit =>
  ({ part, change }) as unknown as Edit;

/** Puts a row in the place of the one with its id, or after all others. */
export const withRow = <T extends { id?: string }>(rows: readonly T[], id: string, row: T): T[] =>
  rows.some((one) => one.id === id) ? rows.map((one) => (one.id === id ? row : one)) : [...rows, row];

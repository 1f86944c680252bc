import { scheduleWords } from "../../scheduleWords.ts";
import { type Lang, nameOf, type Words } from "../../words.ts";
import type { Change, Entry, Row, Rows, ZoneFeature } from "../draft.ts";
import { listOf, scheduleOf } from "../schedules/turnRow.ts";
import { bare, type Wait, waitOf } from "./waits.ts";

/** One changed field: its name, what it said and what it says. */
export type FieldChange = { field: string; label: string; before: string; after: string };

/** A change as it is read: of what, which fields, and whether it must wait. */
export type ChangeSaid = { title: string; fields: FieldChange[]; wait: Wait | null };

/** The rows before (those published) and after (those of the draft), and how to say them. */
export type Telling = { t: Words; lang: Lang; before: Partial<Rows>; after: Rows };

type Loose = { [field: string]: unknown };

export function changeSaid(telling: Telling, change: Change): ChangeSaid {
  const { t } = telling;
  const [before, after] = [rowOf(telling.before, change), rowOf(telling.after, change)];
  const what = t(`manage.thing.${change.part}`);
  const name = thingName(telling, change);
  const title = t(`manage.kind.${change.kind}`, { what, name }).trim();
  const wait = waitOf(change, { before: before?.["aims"], after: after?.["aims"] });
  return {
    title,
    wait,
    fields: change.kind === "changed" ? fieldsOf(telling, change, { before, after }) : [],
  };
}

/** What the thing of a change or a problem is called, now or when it still was; "" when it is no row of its own. */
export function thingName(telling: Telling, of: Pick<Change, "part" | "id">): string {
  const row = rowOf(telling.after, of) ?? rowOf(telling.before, of);
  return of.id === "" ? "" : titleOf(telling, of, row);
}

type Sides = { before: Loose | undefined; after: Loose | undefined };

function fieldsOf(telling: Telling, change: Change, sides: Sides): FieldChange[] {
  const { t } = telling;
  const shown = change.fields.map(bare).filter((field) => !(field === "name" && change.fields.length > 1));
  return shown.map((field) => ({
    field,
    label: labelOf(t, field),
    before: valueWords(telling, field, sides.before?.[field]),
    after: valueWords(telling, field, sides.after?.[field]),
  }));
}

/** The name of a column, in the words of the forms; a column that no form has keeps its own. */
export function labelOf(t: Words, field: string): string {
  const key = `manage.field.${field.split(".")[0]}` as "manage.field.phone";
  return t(key, { defaultValue: field });
}

function titleOf(
  telling: Telling,
  { part, id }: Pick<Change, "part" | "id">,
  row: Loose | undefined,
): string {
  const { t, lang } = telling;
  if (part === "relations")
    return id
      .split(", ")
      .map((aim) => nameIn(telling, "aims", aim))
      .join(" + ");
  if (part === "settings") return "";
  if (part !== "schedules" || !row) return row ? nameOf(namesOf(row), lang) || id : id;
  const cells = row as Row;
  const schedule = scheduleOf(cells);
  const service = nameIn(telling, "services", cells["service"] ?? "");
  const zones = schedule?.zones.map((zone) => nameIn(telling, "zones", zone)).join(", ");
  return [service, schedule && scheduleWords({ t, lang }, schedule), zones].filter(Boolean).join(", ");
}

function rowOf(rows: Partial<Rows>, { part, id }: Pick<Change, "part" | "id">): Loose | undefined {
  if (part === "settings") return undefined;
  if (part === "zones") {
    const zone = rows.zones?.find(({ properties }) => properties.id === id);
    return zone && { ...zone.properties, geometry: "" };
  }
  if (part === "relations")
    return rows.relations?.find(({ a = "", b = "" }) => [a, b].sort().join(", ") === id);
  return (rows[part] as Loose[] | undefined)?.find((row) => row["id"] === id);
}

/** Ids become names, empty cells "nothing", lists are joined. */
function valueWords(telling: Telling, field: string, value: unknown): string {
  const { t } = telling;
  const text = textOf(value);
  const named = NAMED[field as keyof typeof NAMED];
  if (text === "" || field === "geometry" || field === "order") return text === "" ? t("manage.empty") : "";
  if (named)
    return listOf(text)
      .map((id) => nameIn(telling, named, id))
      .join(", ");
  return t(`manage.value.${text}` as "manage.value.open", { defaultValue: text.replaceAll(";", ", ") });
}

const textOf = (value: unknown): string => (Array.isArray(value) ? value.join(";") : String(value ?? ""));

type Listed = (typeof NAMED)[keyof typeof NAMED];

const NAMED = { aims: "aims", needs: "needs", zones: "zones", service: "services", group: "groups" } as const;

/** What an id of a part is called, in the draft or in what is published. */
export function nameIn({ lang, before, after }: Telling, part: Listed, id: string): string {
  const all = [...after[part], ...(before[part] ?? [])] as (Partial<Entry> | ZoneFeature)[];
  const found = all.map((one) => ("properties" in one ? one.properties : one)).find((one) => one?.id === id);
  return (found && nameOf(namesOf(found as Partial<Entry>), lang)) || id;
}

/** A name that is an empty cell is none. */
export const namesOf = ({ id, name, name_it, name_en }: Partial<Entry>): Entry => ({
  id: id ?? "",
  name: name ?? "",
  ...(name_it ? { name_it } : {}),
  ...(name_en ? { name_en } : {}),
});

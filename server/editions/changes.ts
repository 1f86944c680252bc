import type { Change } from "./history.ts";
import { type Folder, fileOf, idOf, PARTS, type Part, type Row } from "./parts.ts";

/** What differs between two networks, row by row; the order of a list is a change of its own, of no row. */
export function changesOf(before: Folder, after: Folder): Change[] {
  return PARTS.flatMap((part) => {
    const [old, now] = [byId(part, before.parts[part]), byId(part, after.parts[part])];
    const change = (kind: Change["kind"], id: string, fields: string[] = []) => {
      return { file: fileOf(part), part, kind, id: nameOf(id), fields };
    };
    const ids = [...new Set([...old.keys(), ...now.keys()])];
    const changed = ids.flatMap((id) => {
      const [was, is] = [old.get(id), now.get(id)];
      if (!was) return [change("added", id)];
      if (!is) return [change("removed", id)];
      const fields = differing(was, is);
      return fields.length > 0 ? [change("changed", id, fields)] : [];
    });
    const both = (one: Map<string, Row>, other: Map<string, Row>) =>
      [...one.keys()].filter((id) => other.has(id));
    const reordered = !same(both(old, now), both(now, old));
    return reordered ? [...changed, change("changed", "", ["order"])] : changed;
  });
}

/**
 * The changes that lead from one network to another, made to a third: rows added and removed, and of rows that are in
 * both the fields that differ. So what was edited on one edition also goes on top of another.
 */
export function carriedOver(from: Folder, to: Folder, onto: Folder): Folder {
  const parts = Object.fromEntries(
    PARTS.map((part) => [
      part,
      carried(part, { from: from.parts[part], to: to.parts[part], onto: onto.parts[part] }),
    ]),
  ) as Record<Part, Row[]>;
  return { parts, frame: onto.frame };
}

function carried(part: Part, rows: { from: Row[]; to: Row[]; onto: Row[] }): Row[] {
  const [from, to, onto] = [byId(part, rows.from), byId(part, rows.to), byId(part, rows.onto)];
  const made = new Map(onto);
  for (const [id, row] of to) {
    const was = from.get(id);
    const under = onto.get(id);
    if (!was) made.set(id, row);
    else if (under) made.set(id, withFields(under, { was, is: row }));
  }
  for (const id of from.keys()) if (!to.has(id)) made.delete(id);
  return [...made.values()];
}

function withFields(under: Row, { was, is }: { was: Row; is: Row }): Row {
  const fields = keysOf(was, is).filter((key) => !same(was[key], is[key]));
  const made = { ...under };
  for (const key of fields) {
    if (isObject(was[key]) && isObject(is[key]) && isObject(under[key]))
      made[key] = withFields(under[key], { was: was[key], is: is[key] });
    else if (key in is) made[key] = is[key];
    else delete made[key];
  }
  return made;
}

/** Dotted names of what differs in two rows; a list or a shape counts as one. */
function differing(was: Row, is: Row, under = ""): string[] {
  return keysOf(was, is).flatMap((key) => {
    const [a, b] = [was[key], is[key]];
    if (same(a, b)) return [];
    const name = `${under}${key}`;
    return isObject(a) && isObject(b) && key !== "geometry" ? differing(a, b, `${name}.`) : [name];
  });
}

const keysOf = (a: Row, b: Row) => [...new Set([...Object.keys(a), ...Object.keys(b)])];
const isObject = (value: unknown): value is Row =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** Whatever the order of keys; a field left out is one that is null or empty. */
function same(a: unknown, b: unknown): boolean {
  if (isObject(a) && isObject(b)) return keysOf(a, b).every((key) => same(a[key], b[key]));
  if (Array.isArray(a) && Array.isArray(b))
    return a.length === b.length && a.every((one, i) => same(one, b[i]));
  return (a ?? "") === (b ?? "");
}

/** Rows by id; a draft may hold an id twice, or none. */
function byId(part: Part, rows: readonly Row[]): Map<string, Row> {
  const found = new Map<string, Row>();
  for (const row of rows) {
    const id = idOf(part, row);
    let key = id;
    for (let times = 2; found.has(key); times++) key = `${id}\u0000${times}`;
    found.set(key, row);
  }
  return found;
}

const nameOf = (key: string) => key.split("\u0000")[0] ?? "";

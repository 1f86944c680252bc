import * as z from "zod/mini";
import { formatSegments, type Repeat, type Segment } from "../domain/chosenHours.ts";
import { formatWhatIf, parseWhatIf, type SupposedShift } from "../domain/whatif/whatIf.ts";
import { id, segments, split } from "./addressParts.ts";
import { type Ask, ask, formatAsk } from "./ask.ts";

/** The screens that are built, in the order of their tabs. */
export const SCREENS = ["chi", "manca", "notte", "emerge"] as const;
/** With those that have no tab, for they are no question about the city: they are opened from one's own menu. */
const ALL_SCREENS = [...SCREENS, "gestione", "account", "utenti", "registro"] as const;
export type ScreenName = (typeof ALL_SCREENS)[number];

/** What of the network *Gestione* shows. */
export const PARTS = ["services", "schedules", "needs", "slots", "aims", "zones", "history"] as const;
export type PartName = (typeof PARTS)[number];

/** What the panel of *Dove manca?* can list; proposals are advice on where the next hours help most. */
export const LISTS = ["gaps", "overlaps", "proposals"] as const;
export type ListName = (typeof LISTS)[number];

/** Lines beside each other: each on its own scale, or all on the same. */
export const SCALES = ["own", "same"] as const;
export type Scale = (typeof SCALES)[number];

/** Every choice on the screen, as it stands in the address. `null` and `[]` mean no choice: all of them, or the network's own. */
export type View = {
  screen: ScreenName;
  period: string | null;
  services: string[];
  needs: string[];
  levels: string[];
  hours: Segment[];
  repeat: Repeat;
  /** The two sets of hours compared, as slots, and the service whose presence is marked on both. */
  a: string[];
  b: string[];
  /** An earlier period to compare with; then `a` are the hours of both (none = every hour). */
  before: string | null;
  highlight: string | null;
  /** What the panel of *Dove manca?* lists. */
  list: ListName;
  /** The two services of the overlap that is open, in the chosen zone. */
  pair: string[];
  /** Advice asked for: how much, who could give it (none = anybody), hours that may move. */
  ask: Ask | null;
  givers: string[];
  move: SupposedShift[];
  /** Shifts supposed, on every screen. */
  whatif: SupposedShift[];
  /** The close that *Cosa emerge?* reads (none = the newest), and what is looked at of what it found. */
  epoch: string | null;
  finding: string | null;
  /** Whether the needs’ lines keep each its own scale. */
  scale: Scale;
  /** What is managed, and the row that is open; `~new` is one that is being written. */
  part: PartName;
  item: string | null;
  zone: string | null;
  table: boolean;
  lang: "it" | "en" | null;
  theme: "light" | "dark" | null;
};

/** Classes of the legends: services usually there, what is known of a gap, how two services go together, what grows. */
const LEVELS = [
  ...["0", "1", "2", "3", "4", "unknown", "gap", "uncertain", "fine"],
  ...["contrasting", "redundant", "complementary", "unjudged"],
  ...["g3", "g2", "g1", "norm", "few"],
] as const;

const schema = {
  screen: z.enum(ALL_SCREENS),
  period: id,
  services: z.pipe(split, z.array(id)),
  needs: z.pipe(split, z.array(id)),
  levels: z.pipe(split, z.array(z.enum(LEVELS))),
  hours: segments,
  repeat: z.enum(["weekdays", "daily"]),
  a: z.pipe(split, z.array(id)),
  b: z.pipe(split, z.array(id)),
  before: id,
  highlight: id,
  list: z.enum(LISTS),
  pair: z.pipe(split, z.array(id).check(z.length(2))),
  ask,
  givers: z.pipe(split, z.array(id)),
  epoch: z.string().check(z.regex(/^\d{4}-W\d{2}$/)),
  finding: id,
  scale: z.enum(SCALES),
  part: z.enum(PARTS),
  item: z.string().check(z.regex(/^(~new|[A-Za-z0-9][A-Za-z0-9_-]*)$/)),
  zone: id,
  table: z.pipe(
    z.literal("open"),
    z.transform(() => true),
  ),
  lang: z.enum(["it", "en"]),
  theme: z.enum(["light", "dark"]),
} as const;

export const START: View = {
  screen: "chi",
  period: null,
  services: [],
  needs: [],
  levels: [],
  hours: [],
  repeat: "once",
  a: [],
  b: [],
  before: null,
  highlight: null,
  list: "gaps",
  pair: [],
  ask: null,
  givers: [],
  move: [],
  whatif: [],
  epoch: null,
  finding: null,
  scale: "own",
  part: "services",
  item: null,
  zone: null,
  table: false,
  lang: null,
  theme: null,
};

/** Choices that are shifts: what of them names no shift is let go by itself. */
export const SHIFTS = ["move", "whatif"] as const;

/** Reads an address. What it does not understand keeps its default and is named in `refused`. */
export function parseView(search: string): { view: View; refused: string[] } {
  const params = new URLSearchParams(search);
  const refused: string[] = [];
  const chosen = Object.entries(schema).flatMap(([key, type]) => {
    const text = params.get(key);
    if (text === null || text === "") return [];
    const parsed = z.safeParse(type as z.ZodMiniType, text);
    if (parsed.success) return [[key, parsed.data]];
    refused.push(key);
    return [];
  });
  for (const key of SHIFTS) {
    const read = parseWhatIf(params.get(key) ?? "");
    if (read.shifts.length > 0) chosen.push([key, read.shifts]);
    refused.push(...read.refused.map((part) => refusedPart(key, part)));
  }
  return { view: { ...START, ...Object.fromEntries(chosen) }, refused };
}

/** Writes a view as `parseView` reads it; what is not chosen is not written. */
export function formatView(view: View): string {
  const start = textsOf(START);
  const written = textsOf(view)
    .filter(([, text], i) => text !== start[i]?.[1])
    .map(([key, text]) => `${key}=${encode(text)}`);
  return written.length > 0 ? `?${written.join("&")}` : "";
}

/** Every choice as text, always in the same order. */
const textsOf = (view: View): [string, string][] => [
  ["screen", view.screen],
  ["period", orNone(view.period)],
  ["hours", formatSegments(view.hours)],
  ["repeat", view.repeat],
  ["a", view.a.join(",")],
  ["b", view.b.join(",")],
  ["before", orNone(view.before)],
  ["highlight", orNone(view.highlight)],
  ["list", view.list],
  ["pair", view.pair.join(",")],
  ["ask", view.ask ? formatAsk(view.ask) : ""],
  ["givers", view.givers.join(",")],
  ["move", formatWhatIf(view.move)],
  ["whatif", formatWhatIf(view.whatif)],
  ["epoch", orNone(view.epoch)],
  ["finding", orNone(view.finding)],
  ["scale", view.scale],
  ["part", view.part],
  ["item", orNone(view.item)],
  ["zone", orNone(view.zone)],
  ["services", view.services.join(",")],
  ["needs", view.needs.join(",")],
  ["levels", view.levels.join(",")],
  ["table", view.table ? "open" : ""],
  ["lang", orNone(view.lang)],
  ["theme", orNone(view.theme)],
];

const orNone = (text: string | null) => text ?? "";

/** A part of a choice that is let go, as it is named: the choice, then the part itself. */
export const refusedPart = (key: string, part: string) => `${key} ${part.slice(0, 60)}`;

const encode = (value: string) => encodeURIComponent(value).replaceAll("%2C", ",");

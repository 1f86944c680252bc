import * as z from "zod/mini";
import { formatSegments, parseSegments, type Repeat, type Segment } from "../domain/chosenHours.ts";

/** The screens that are built, in the order of their tabs. */
export const SCREENS = ["chi", "manca", "notte"] as const;
export type ScreenName = (typeof SCREENS)[number];

/** What the panel of *Dove manca?* can list; proposals are advice on where the next hours help most. */
export const LISTS = ["gaps", "overlaps", "proposals"] as const;
export type ListName = (typeof LISTS)[number];

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
  zone: string | null;
  table: boolean;
  lang: "it" | "en" | null;
  theme: "light" | "dark" | null;
};

const id = z.string().check(z.regex(/^[A-Za-z0-9][A-Za-z0-9_-]*$/));
const split = z.pipe(
  z.string(),
  z.transform((text) => text.split(",")),
);
const segments = z.pipe(
  z.string(),
  z.transform((text, context) => {
    try {
      return parseSegments(text);
    } catch (error) {
      context.issues.push({ code: "custom", input: text, message: String(error) });
      return z.NEVER;
    }
  }),
);

/** Classes of the legends: services usually there, what is known of a gap, how two services go together. */
const LEVELS = [
  ...["0", "1", "2", "3", "4", "unknown", "gap", "uncertain", "fine"],
  ...["contrasting", "redundant", "complementary", "unjudged"],
] as const;

const schema = {
  screen: z.enum(SCREENS),
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
  zone: null,
  table: false,
  lang: null,
  theme: null,
};

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
  ["period", view.period ?? ""],
  ["hours", formatSegments(view.hours)],
  ["repeat", view.repeat],
  ["a", view.a.join(",")],
  ["b", view.b.join(",")],
  ["before", view.before ?? ""],
  ["highlight", view.highlight ?? ""],
  ["list", view.list],
  ["pair", view.pair.join(",")],
  ["zone", view.zone ?? ""],
  ["services", view.services.join(",")],
  ["needs", view.needs.join(",")],
  ["levels", view.levels.join(",")],
  ["table", view.table ? "open" : ""],
  ["lang", view.lang ?? ""],
  ["theme", view.theme ?? ""],
];

/** What the network knows by that name; `earlier` are the closed periods one may compare the chosen one with. */
export type KnownIds = Record<"periods" | "services" | "needs" | "zones" | "slots" | "earlier", string[]>;

/** Choices that the network does not know are let go and named; the rest stays. */
export function settleView(view: View, known: KnownIds): { view: View; refused: string[] } {
  const one = (id: string | null, ids: string[]) => (id !== null && ids.includes(id) ? id : null);
  const before = one(view.before, known.earlier);
  const kept = {
    ...view,
    period: one(view.period, known.periods),
    zone: one(view.zone, known.zones),
    services: keepKnown(view.services, known.services),
    pair: view.pair.every((id) => known.services.includes(id)) ? view.pair : [],
    needs: keepKnown(view.needs, known.needs),
    a: keepKnown(view.a, known.slots),
    // Two periods are compared over the same hours.
    b: before === null || view.b.length === 0 ? keepKnown(view.b, known.slots) : [],
    before,
    highlight: one(view.highlight, known.services),
  };
  const keys = ["period", "zone", "services", "needs", "a", "b", "before", "highlight", "pair"] as const;
  return { view: kept, refused: keys.filter((key) => String(kept[key] ?? "") !== String(view[key] ?? "")) };
}

/** The same array when nothing is let go, so that nothing is drawn again. */
const keepKnown = (ids: string[], known: readonly string[]): string[] =>
  ids.every((one) => known.includes(one)) ? ids : ids.filter((one) => known.includes(one));

const encode = (value: string) => encodeURIComponent(value).replaceAll("%2C", ",");

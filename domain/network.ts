import type { MultiPolygon, Polygon } from "geojson";
import { z } from "zod";

const id = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9_-]*$/, "letters, digits, - and _ only");
const hourOfDay = z.number().int().min(0).max(23);

/** A word shown on screen in every locale of its network. */
export const Named = z.object({
  name: z.string().min(1),
  name_it: z.string().optional(),
  name_en: z.string().optional(),
});
export type Named = z.infer<typeof Named>;

/** Dimensions a published view may cross; a dimension not named is summed over (methods.md C4). */
export const Dimension = z.enum(["zone", "parent", "slot", "weekpart", "need", "group", "aim"]);
export type Dimension = z.infer<typeof Dimension>;

/** Parameters of the perturbation table: largest change D, variance V, blocked counts 1 … js. */
export const Perturbation = z.strictObject({
  D: z.number().int().min(6).max(20),
  V: z.number().min(4),
  js: z.literal(0),
});
export type Perturbation = z.infer<typeof Perturbation>;

const Views = z.strictObject({
  week: z.array(z.array(Dimension)),
  month: z.array(z.array(Dimension)),
  quarter: z.array(z.array(Dimension)),
  year: z.array(z.array(Dimension)),
});

/** Small-number disclosure control of one network; nothing may be weaker than methods.md C4 has it. Counts up to `floor` and published values under `threshold` are withheld. */
export const Disclosure = z.strictObject({
  perturbation: Perturbation,
  floor: z.number().int().min(2),
  threshold: z.number().int().min(5),
  views: Views,
  sensitive: z.strictObject({
    perturbation: Perturbation.extend({ D: z.number().int().min(8).max(20), V: z.number().min(6) }),
    floor: z.number().int().min(4),
    threshold: z.number().int().min(10),
    views: Views,
  }),
});
export type Disclosure = z.infer<typeof Disclosure>;

/**
 * How long what could lead back to somebody is kept. `observation_months`: after the end of their year, rows of the vault
 * (the year closes on 1 March). `week_count_months`: after the end of the week, what a week held when it closed, which
 * readings look back on for two years. `backup_days`: copies made by `backup`. `audit_months`: entries of the audit trail, by
 * whole months (in Italy what administrators did is kept for six at least). `account_months`: accounts that are disabled,
 * since they were last used.
 */
export const Retention = z.strictObject({
  observation_months: z.number().int().min(3).max(60).default(12),
  week_count_months: z.number().int().min(30).max(120).default(36),
  backup_days: z.number().int().min(1).max(366).default(30),
  audit_months: z.number().int().min(6).max(120).default(24),
  account_months: z.number().int().min(1).max(120).default(12),
});
export type Retention = z.infer<typeof Retention>;

/** What a network keeps for how long; the defaults where it does not say. */
export const retentionOf = ({ retention }: { retention?: Retention | undefined }): Retention =>
  retention ?? Retention.parse({});

/** A slot with its name; local hours, `to <= from` crosses midnight. */
export const SlotOfNetwork = Named.extend({ id, from: hourOfDay, to: hourOfDay });

/** network.json: what a network is, apart from its tables. */
export const NetworkFile = z.strictObject({
  id,
  ...Named.shape,
  locale: z.enum(["it", "en"]),
  timezone: z.string().refine(isTimeZone, "not an IANA time zone"),
  country: z.string().length(2).optional(),
  simulated: z.boolean().default(false),
  day_start: hourOfDay.default(6),
  slots: z.array(SlotOfNetwork).min(1),
  aims: z.array(Named.extend({ id })).min(1),
  groups: z.array(Named.extend({ id })).min(1),
  shelf_life_weeks: z.number().int().min(1).default(8),
  /** g*: episodes a week without anybody competent, in one slot of one day, from which a gap counts. */
  gap_threshold: z.number().positive().default(1),
  /** Share of advised hours that goes to places of which too little is known. */
  look_share: z.number().min(0).max(1).default(0.25),
  retention: Retention.optional(),
  disclosure: Disclosure,
  attribution: z.string().min(1),
  attribution_short: z.string().min(1).max(80).optional(),
});
export type NetworkFile = z.infer<typeof NetworkFile>;

/** One feature of zones.geojson. Population may be unknown (`null`); `addresses`: how many there are, where it is few. */
export const ZoneProperties = z.object({
  id,
  ...Named.shape,
  population: z.number().int().nonnegative().nullable().default(null),
  addresses: z.number().int().nonnegative().optional(),
  parent: id.nullable().default(null),
  approximate: z.boolean().default(false),
});
/** `label` is the place for the name, [lon, lat] in degrees WGS84. */
export type Zone = z.infer<typeof ZoneProperties> & {
  label: [number, number];
  geometry: Polygon | MultiPolygon;
};

/**
 * One row of services.csv. `needs`: the needs it is able to record (its competence). `alternate_name` (HSDS): what people
 * call it, shown where the full name is too long. `valid_to`: the last day of a service that was closed.
 */
export const Service = Named.extend({
  id,
  alternate_name: z.string().min(1).optional(),
  alternate_name_it: z.string().min(1).optional(),
  alternate_name_en: z.string().min(1).optional(),
  initials: z.string().regex(/^[A-Z0-9]{2}$/, "two capital letters"),
  aims: z.array(id).min(1),
  needs: z.array(id).min(1),
  color: z.string().regex(/^#[0-9a-f]{6}$/i, "a colour like #6baed6"),
  phone: z.string().nullable().default(null),
  email: z.string().nullable().default(null),
  url: z.string().nullable().default(null),
  valid_to: z.iso.date().optional(),
});
export type Service = z.infer<typeof Service>;

/** One row of aims.csv: how two aims go together in one place and hour. */
export const AimRelation = z.strictObject({
  a: id,
  b: id,
  relation: z.enum(["complementary", "redundant", "contrasting"]),
});
export type AimRelation = z.infer<typeof AimRelation>;

/**
 * One row of needs.csv: a need and the group (macro-need) it belongs to. Sensitive needs are published more coarsely. A
 * `retired` one is no more offered to who records; its past stays.
 */
export const Need = Named.extend({
  id,
  group: id,
  sensitive: z.boolean().default(false),
  retired: z.boolean().optional(),
});
export type Need = z.infer<typeof Need>;

/**
 * One row of schedules.csv: planned presence, in the fields of Open Referral HSDS `schedule` (3.x) plus service, zones,
 * exception dates and the public-holiday rule. Times are local; `closes_at <= opens_at` ends on the next day.
 */
export const Schedule = z.strictObject({
  id,
  service: id,
  zones: z.array(id).min(1),
  freq: z.enum(["WEEKLY", "MONTHLY", "DAILY"]),
  interval: z.number().int().min(1).default(1),
  byday: z
    .string()
    .regex(/^([+-]?\d{0,2}(MO|TU|WE|TH|FR|SA|SU))(,[+-]?\d{0,2}(MO|TU|WE|TH|FR|SA|SU))*$/)
    .nullable()
    .default(null),
  bymonthday: z.string().nullable().default(null),
  wkst: z.enum(["MO", "TU", "WE", "TH", "FR", "SA", "SU"]).default("MO"),
  dtstart: z.iso.date(),
  until: z.iso.date().nullable().default(null),
  valid_from: z.iso.date().nullable().default(null),
  valid_to: z.iso.date().nullable().default(null),
  opens_at: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, "a time like 21:00"),
  closes_at: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$|^24:00$/, "a time like 01:00"),
  holidays: z.enum(["open", "closed"]).default("open"),
  exceptions: z.array(z.iso.date()).default([]),
});
export type Schedule = z.infer<typeof Schedule>;

/** A whole checked network folder, in memory. */
export type Network = NetworkFile & {
  zones: Zone[];
  services: Service[];
  relations: AimRelation[];
  needs: Need[];
  schedules: Schedule[];
};

function isTimeZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat("en", { timeZone: zone });
    return true;
  } catch {
    return false;
  }
}

import { localOf, operationalDay } from "../../domain/civilTime.ts";
import type { Network } from "../../domain/network.ts";
import { Refusal } from "./Refusal.ts";
import type { RowCells } from "./RowCells.ts";
import { instantOfTime, readTime, type SaidTime } from "./readTime.ts";

/** The columns of `staged_outing`, in order; times are epoch minutes. */
export type StagedOuting = [line: number, service: string, zone: string, from: number, to: number];

const longest = 7 * 24 * 60;

/** Rows of a file into outings, one for each zone. */
export class OutingReader {
  private readonly context: { network: Network; today: string; cells: RowCells };
  private readonly zoneField: "zone" | "zones";

  constructor(context: { network: Network; today: string; cells: RowCells }) {
    this.context = context;
    this.zoneField = context.cells.has("zones") ? "zones" : "zone";
  }

  read(row: string[], line: number): StagedOuting[] | Refusal {
    const { cells, network } = this.context;
    const service = cells.word(row, "service");
    if (service instanceof Refusal) return service;
    const zones = this.zonesOf(cells.text(row, this.zoneField));
    if (zones instanceof Refusal) return zones;
    const from = this.timeOf(row, "from");
    if (from instanceof Refusal) return from;
    const to = this.timeOf(row, "to");
    if (to instanceof Refusal) return to;
    const start = minuteOf(from, network.timezone);
    const end = minuteOf(to, network.timezone);
    const last = localOf(end * 60_000 - 1, network.timezone);
    const wrong =
      this.outOfCalendar(from) ??
      this.notOver(last, cells.text(row, "to")) ??
      badLength(end - start, cells.text(row, "to"));
    return wrong ?? zones.map((zone) => [line, service, zone, start, end]);
  }

  finish(): string[] {
    return [];
  }

  private zonesOf(said: string): string[] | Refusal {
    const whole = this.context.cells.meaning(this.zoneField, said);
    if (typeof whole === "string" || !/[;|,]/.test(said)) return typeof whole === "string" ? [whole] : whole;
    const zones = new Set<string>();
    for (const part of said.split(/[;|,]/).filter((text) => text.trim() !== "")) {
      const zone = this.context.cells.meaning(this.zoneField, part.trim());
      if (zone instanceof Refusal) return zone;
      zones.add(zone);
    }
    return zones.size > 0 ? [...zones] : whole;
  }

  private timeOf(row: string[], field: "from" | "to"): SaidTime | Refusal {
    const said = this.context.cells.text(row, field);
    const time = readTime(said, this.context.network.timezone);
    return time ?? new Refusal(`${field} does not read as a date and time`, field, { value: said });
  }

  /** @param last the last moment of the outing: one until six belongs to the day before */
  private notOver({ date, hour }: { date: string; hour: number }, value: string): Refusal | undefined {
    const day = operationalDay(date, hour, this.context.network.day_start);
    if (day <= this.context.today) return undefined;
    return new Refusal("the outing ends in the future", "to", { value });
  }

  private outOfCalendar({ date, hour }: SaidTime): Refusal | undefined {
    const day = operationalDay(date, hour, this.context.network.day_start);
    if (day > this.context.today) return new Refusal("the outing is in the future", "from", { value: date });
    if (day < "2000-01-01") return new Refusal("the outing is before 2000", "from", { value: date });
    return undefined;
  }
}

function badLength(minutes: number, value: string): Refusal | undefined {
  if (minutes <= 0) return new Refusal("the outing ends before it begins", "to", { value });
  if (minutes > longest) return new Refusal("the outing lasts more than 7 days", "to", { value });
  return undefined;
}

function minuteOf(time: SaidTime, timezone: string): number {
  return Math.floor(instantOfTime(time, timezone) / 60_000);
}

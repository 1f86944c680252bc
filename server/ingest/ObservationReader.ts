import { randomFillSync } from "node:crypto";
import type { Network } from "../../domain/network.ts";
import { counted } from "../counted.ts";
import { PointReader } from "./PointReader.ts";
import { Refusal } from "./Refusal.ts";
import type { RowCells } from "./RowCells.ts";
import { readDate, readTime } from "./readTime.ts";
import type { SourceDigest } from "./SourceDigest.ts";
import { type DayAndSlot, slotFinder } from "./slotFinder.ts";

/** The columns of `staged_observation`, in order. */
export type StagedObservation = [
  day: string,
  slot: string,
  zone: string,
  service: string,
  need: string,
  band: string,
  outcome: string,
  handover: string | null,
  source: bigint,
  recordKey: bigint,
  line: number,
];

type Context = {
  network: Network;
  networkOn?: (day: string) => Network;
  file: string;
  today: string;
  cells: RowCells;
  source: SourceDigest;
};

/** Rows of a file into observations. Coordinates and times are read, used and forgotten. */
export class ObservationReader {
  private readonly context: Context;
  private readonly points: PointReader;
  private readonly place: (cells: string[], day: string) => string | Refusal;
  private readonly moment: (cells: string[]) => DayAndSlot | Refusal;
  private readonly competence: ReadonlyMap<string, ReadonlySet<string>>;
  private times = 0;
  private midnights = 0;
  private outOfCompetence = 0;

  constructor(context: Context) {
    const { cells, network } = context;
    this.context = context;
    const networkOn = context.networkOn ?? (() => network);
    this.points = new PointReader(networkOn, context.file);
    this.place = cells.has("zone")
      ? (row, day) => inUse(cells.word(row, "zone"), networkOn(day))
      : (row, day) => this.points.zoneAt([cells.text(row, "lat"), cells.text(row, "lon")], day);
    this.moment = cells.has("time")
      ? this.fromTime(slotFinder(network, networkOn))
      : (row) => this.fromDate(row);
    this.competence = new Map(network.services.map(({ id, needs }) => [id, new Set(needs)]));
  }

  read(row: string[], line: number): StagedObservation | Refusal {
    const { cells, source } = this.context;
    const when = this.moment(row);
    if (when instanceof Refusal) return when;
    const zone = this.place(row, when.day);
    if (zone instanceof Refusal) return zone;
    const service = cells.word(row, "service");
    if (service instanceof Refusal) return service;
    const need = cells.word(row, "need");
    if (need instanceof Refusal) return need;
    const rest = this.readRest(row);
    if (rest instanceof Refusal) return rest;
    if (!this.competence.get(service)?.has(need)) this.outOfCompetence += 1;
    const { band, outcome, handover } = rest;
    const from = source.of({ line, id: cells.text(row, "id"), service });
    return [when.day, when.slot, zone, service, need, band, outcome, handover, from, recordKey(), line];
  }

  /** @throws ImportRefused when latitude and longitude are swapped */
  finish(): string[] {
    this.points.checkSwapped();
    const { cells } = this.context;
    const notes = this.points.warnings();
    if (!cells.has("band")) notes.push('No column for band: every row counts as band "1".');
    if (!cells.has("outcome"))
      notes.push(
        'No column for outcome: rows count as "contact", or "handed_over" where a hand-over is named.',
      );
    if (!cells.has("id"))
      notes.push("No column for id: a row is known again only when the very same file is imported again.");
    if (this.midnights >= 20 && this.midnights > 0.01 * this.times)
      notes.push(
        `${this.midnights} of ${this.times} times are exactly 00:00: perhaps a date without its time, counted as night.`,
      );
    if (this.outOfCompetence > 0)
      notes.push(
        `${counted(this.outOfCompetence, "row has", "rows have")} a need that services.csv does not list for the service.`,
      );
    return notes;
  }

  private readRest(row: string[]): { band: string; outcome: string; handover: string | null } | Refusal {
    const { cells } = this.context;
    const band = cells.has("band") ? this.bandOf(cells.text(row, "band")) : "1";
    if (band instanceof Refusal) return band;
    const handover = cells.text(row, "handover") === "" ? null : cells.word(row, "handover");
    if (handover instanceof Refusal) return handover;
    const outcome = cells.has("outcome") ? cells.word(row, "outcome") : handover ? "handed_over" : "contact";
    if (outcome instanceof Refusal) return outcome;
    if (handover !== null && outcome !== "handed_over")
      return new Refusal("a hand-over is named but the outcome is another", "outcome", { value: outcome });
    return { band, outcome, handover };
  }

  /** A band as the network says it, or a plain number of people. */
  private bandOf(said: string): string | Refusal {
    if (!/^[1-9]\d{0,3}$/.test(said)) return this.context.cells.meaning("band", said);
    return bands.find(([least]) => Number(said) >= least)?.[1] ?? "1";
  }

  private fromTime(slotAt: ReturnType<typeof slotFinder>): (row: string[]) => DayAndSlot | Refusal {
    const { cells, network } = this.context;
    return (row) => {
      const said = cells.text(row, "time");
      const time = readTime(said, network.timezone);
      if (!time) return new Refusal("time does not read as a date and time", "time", { value: said });
      const when = slotAt(time);
      const refusal = this.outOfCalendar(when.day, said);
      if (refusal) return refusal;
      this.times += 1;
      if (/\b00:00(?::00(?:[.,]0+)?)?(?!:)/.test(said)) this.midnights += 1;
      return when;
    };
  }

  private fromDate(row: string[]): DayAndSlot | Refusal {
    const { cells } = this.context;
    const said = cells.text(row, "date");
    const day = readDate(said);
    if (!day) return new Refusal("date does not read as a date", "date", { value: said });
    const slot = cells.word(row, "slot");
    if (slot instanceof Refusal) return slot;
    return this.outOfCalendar(day, said) ?? { day, slot };
  }

  private outOfCalendar(day: string, value: string): Refusal | undefined {
    if (day > this.context.today) return new Refusal("the day is in the future", "date", { value });
    if (day < "2000-01-01") return new Refusal("the day is before 2000", "date", { value });
    return undefined;
  }
}

/** A zone of another year is none of this day. */
function inUse(zone: string | Refusal, { zones }: Network): string | Refusal {
  if (zone instanceof Refusal || zones.some(({ id }) => id === zone)) return zone;
  return new Refusal("the zone was not in use on that day", "zone", { value: zone });
}

const bands: [least: number, band: string][] = [
  [20, "20+"],
  [10, "10-19"],
  [5, "5-9"],
  [2, "2-4"],
  [1, "1"],
];

const pool = new BigUint64Array(512);
let left = 0;

/** 64 random bits. */
function recordKey(): bigint {
  if (left === 0) {
    randomFillSync(pool);
    left = pool.length;
  }
  left -= 1;
  return pool[left] ?? 0n;
}

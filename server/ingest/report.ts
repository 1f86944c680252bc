import type { Network } from "../../domain/network.ts";
import type { Db } from "../db.ts";

/** What an import is asked. `mapping`: field → column of the file; `values`: field → what the file says → id (or name) of the network. */
export type ImportOptions = {
  file: string;
  network: Network;
  /** The network whose zones and slots a day (ISO date) counts in; without it, one for all days. */
  networkOn?: (day: string) => Network;
  /** The data folder. */
  data: string;
  mapping: Readonly<Record<string, string>>;
  values: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** Reads and checks everything, writes nothing: no rows, no file of refused rows. */
  dryRun: boolean;
  /** Local ISO date: later days are refused. */
  today: string;
  /** The operational days the file is of, all of them over, when whoever brings it says so; else they are told from its rows. */
  covers?: { from: string; to: string };
  onProgress?: (progress: { bytes: number; totalBytes: number; rows: number }) => void;
  /** Remember the mapping under this name when the import succeeds. */
  remember?: string;
  /** The published database when the caller holds it open already: a file must never be opened twice in one process. */
  published?: Db;
};

/** Rows refused for one reason; `firstLines` are lines of the file (the header is line 1). */
export type RefusedRows = { reason: string; count: number; firstLines: number[]; examples: string[] };

/** What became of a file: `rows` = accepted + refused + duplicates. */
export type ImportReport = {
  /** To undo it; null when nothing was written. */
  id: string | null;
  kind: "observations" | "outings";
  file: string;
  rows: number;
  accepted: number;
  refused: RefusedRows[];
  duplicates: number;
  /** Of those accepted, rows of days that a closed period already held. */
  late: number;
  /** Words the network does not have, commonest first. */
  unknown: { field: string; value: string; count: number }[];
  warnings: string[];
  encoding: string;
  delimiter: string;
  refusedFile: string | null;
  dryRun: boolean;
};

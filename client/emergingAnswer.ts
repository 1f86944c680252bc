import type { Finding, News, Reading } from "../domain/emerging/reading.ts";

/** A close that was read: how many findings (without slow trends) and how much news it brought. */
export type ReadClose = {
  id: string;
  from: string;
  to: string;
  closed_at: string;
  findings: number;
  news: number;
};

/** What the server says of one close; `epoch` `null` while none has been read. */
export type EmergingAnswer = Omit<Reading, "epoch"> & {
  epoch: string | null;
  closed_at: string | null;
  from: string | null;
  to: string | null;
  method: number;
  code_version: string;
  parameters: Record<string, number>;
  epochs: ReadClose[];
  pending: { done: number; total: number } | null;
  evidence: {
    need: string;
    zone: string | null;
    hours_now: number;
    hours_before: number;
    competent: string[];
  }[];
  series: {
    weeks: { id: string; from: string }[];
    city: {
      need: string;
      step: "week" | "month";
      ids: string[];
      from: string[];
      values: (number | null)[];
      hours: number[];
    }[];
    months: { id: string; from: string }[];
    zones: { zone: string; need: string; values: (number | null)[]; hours: number[] }[];
  };
};

/** A finding as it is listed: its number on map and list (`null`: the whole network, drawn nowhere), what is new of it. */
export type Listed = { finding: Finding; number: number | null; change: News["change"] | null };

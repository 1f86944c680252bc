import { z } from "zod";
import { Change, Edition } from "./history.ts";
import type { Written } from "./noteEditions.ts";
import type { Part, Row } from "./parts.ts";
import { DraftProblem } from "./problems.ts";

const by = z.string().nullable().describe("the login; null when the account is no more");

export const EditionsAnswer = z.object({
  current: z.number().describe("the edition in force; 0 is the network folder itself"),
  editions: z
    .array(
      Edition.pick({
        number: true,
        published_at: true,
        note: true,
        takes_effect: true,
        changes: true,
      }).extend({ by }),
    )
    .describe("newest first; one with a day to come in takes_effect waits for it"),
  withdrawn: z.array(z.number()).describe("editions that were to take effect and never will"),
  draft: z
    .object({
      revision: z.number(),
      by,
      since: z.string(),
      restored: z.number().nullable().describe("the edition the draft was made of, to take its place again"),
      changes: z.array(Change),
      problems: z.array(DraftProblem),
      takes_effect: z.string().nullable(),
    })
    .nullable(),
});
export type EditionsAnswer = z.infer<typeof EditionsAnswer>;

export const DraftPart = z.object({ revision: z.number(), rows: z.array(z.record(z.string(), z.unknown())) });
export const DraftSaved = z.object({
  revision: z.number(),
  problems: z.array(DraftProblem),
  takes_effect: z
    .string()
    .nullable()
    .describe(
      "the day from which the draft would be in force; null when it cannot be published or changes nothing",
    ),
});
export type DraftSaved = z.infer<typeof DraftSaved>;

export type Published =
  | { edition: number; takes_effect: string; problems?: never }
  | { problems: DraftProblem[] };

/** `noted`: done for each edition once it is written, before it comes into force. */
export type Publishing = { note: string; by: string; noted: (edition: Written) => Promise<void> };

/** Where the network is edited: one draft, and the editions published from it. What changes it goes one at a time. */
export type Desk = {
  list: () => Promise<EditionsAnswer>;
  part: (part: Part) => Promise<{ revision: number; rows: Row[] }>;
  /** @throws 400 when the rows cannot be kept, 409 when the revision is not the newest */
  put: (part: Part, asked: { revision: number; rows: unknown; by: string }) => Promise<DraftSaved>;
  /** @throws 409 when the revision is not the newest */
  discard: (revision: number) => Promise<{ revision: number }>;
  /** @throws 409 when the revision is not the newest, or nothing would change */
  publish: (asked: Publishing & { revision: number }) => Promise<Published>;
  /** Publishes the network folder as it is now. @throws 409 when a draft is there, or nothing would change */
  adopt: (asked: Publishing) => Promise<Published>;
  /** @throws 404 when there is no such edition, 409 when a draft is there */
  restore: (number: number, by: string) => Promise<{ revision: number }>;
  /** The draft and every edition go, and the network folder as it is now is served again: a demo begins anew. */
  beginAnew: () => Promise<void>;
};

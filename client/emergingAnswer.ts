import type { Finding, News } from "../domain/emerging/reading.ts";
import type { AnswerOf, questions } from "./api.ts";

/** What the server says of one close; `epoch` `null` while none has been read. */
export type EmergingAnswer = AnswerOf<ReturnType<typeof questions.emerging>>;

/** A close that was read: how many findings (without slow trends) and how much news it brought. */
export type ReadClose = EmergingAnswer["epochs"][number];

/** A finding as it is listed: its number on map and list (`null`: the whole network, drawn nowhere), what is new of it. */
export type Listed = { finding: Finding; number: number | null; change: News["change"] | null };

import { closesAt, parsePeriod } from "../../../../domain/period.ts";
import { formats } from "../../../format.ts";
import type { Lang } from "../../../words.ts";

/** The day on which a week's close fell due: what is read at it is what was known then, whenever it was really run. */
export const closeDay = (epoch: string, lang: Lang): string =>
  formats(lang).date(closesAt(parsePeriod(epoch)).slice(0, 10));

import { problem } from "./http.ts";

/**
 * The one answer to whatever is no published view, or names a zone, slot, need, service or period that is not published:
 * the same bytes for what never was, is withheld, or is still to come, and never a word of the question.
 * @see methods C4 ("Others → 400 vista_non_ammessa, same text always")
 */
export const notPublished = () => problem(400, KIND, DETAIL);

const KIND = {
  title: "Vista non ammessa · View not published",
  type: "urn:sguardo:vista_non_ammessa",
} as const;
const DETAIL =
  "La rete non pubblica quanto chiesto: non è una sua vista, oppure nomina una zona, una fascia, un bisogno, un servizio o " +
  "un periodo che non sono pubblicati. /api/network, /api/zones, /api/needs e /api/services elencano ciò che c’è. · The " +
  "network does not publish what was asked: it is none of its views, or it names a zone, slot, need, service or period " +
  "that is not published. /api/network, /api/zones, /api/needs and /api/services list what there is.";

import { DRAFT_PARTS, type Editions, type Rows } from "../../../client/manage/draft.ts";
import { problemWords } from "../../../client/manage/words/problemWords.ts";
import { type Lang, startWords, words } from "../../../client/words.ts";
import { run, sql } from "../../../server/db.ts";
import { openTownDesk } from "../../server/editions/openTownDesk.ts";
import { thirdQuarter } from "../../server/town.ts";

/** The town's desk, with a closed quarter and one outing, and what the page says of its draft. */
export async function openSaying() {
  await startWords("it");
  const town = await openTownDesk(async (published) => {
    await thirdQuarter(published);
    await run(
      published,
      sql`INSERT INTO outing VALUES ('night', 'harbour', '2026-09-04 20:00:00', '2026-09-04 22:00:00', 'i1')`,
    );
  });
  const allRows = async (): Promise<Rows> => {
    const found = await Promise.all(DRAFT_PARTS.map(async (part) => [part, (await town.rows(part)).rows]));
    return Object.fromEntries(found);
  };
  const before = await allRows();
  return {
    ...town,
    /** Of each of the draft's problems. */
    said: async (lang: Lang): Promise<string[]> => {
      const telling = { t: words.getFixedT(lang), lang, before, after: await allRows() };
      const { draft } = (await town.ask("GET", "editions")).body as unknown as Editions;
      return (draft?.problems ?? []).map((one) => problemWords(telling, one));
    },
  };
}

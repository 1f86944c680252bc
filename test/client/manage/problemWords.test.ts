import { beforeAll, expect, test } from "vitest";
import type { RowProblem, Rows } from "../../../client/manage/draft.ts";
import { problemWords } from "../../../client/manage/words/problemWords.ts";
import it from "../../../client/messages/it.json" with { type: "json" };
import { startWords, words } from "../../../client/words.ts";
import { SlotOfNetwork, ZoneProperties } from "../../../domain/network.ts";
import { TABLES } from "../../../server/editions/parts.ts";
import { RefusalKind } from "../../../server/network/RefusalKind.ts";

beforeAll(() => startWords("it"));

const nothing: Rows = {
  ...{ services: [], schedules: [], needs: [], groups: [], slots: [], aims: [], relations: [], zones: [] },
};

test("whatever a network can be refused for has words of its own, unless no screen can cause it", () => {
  const byField = ["missing", "malformed"];
  const own = RefusalKind.options.filter((kind) => kind !== "file" && !byField.includes(kind));
  expect(Object.keys(it.manage.refused).sort()).toEqual([...own].sort());
});

test("whatever field of a part is missing or malformed has words of its own", () => {
  const list = Object.keys(SlotOfNetwork.shape).filter((field) => field !== "from" && field !== "to");
  const fields: [RowProblem["part"], readonly string[]][] = [
    ...Object.entries(TABLES).map(([part, { columns }]) => [part as "services", columns] as const),
    ["slots", [...list, "from", "to"]],
    ["groups", list],
    ["aims", list],
    ["zones", [...Object.keys(ZoneProperties.shape), "geometry.coordinates[0]", "features"]],
  ].map(([part, columns]) => [part as RowProblem["part"], ["", ...(columns ?? [])]]);
  const none = { file: "", row: 0, id: "", waits: null, message: "is not accepted" } as const;
  for (const lang of ["it", "en"] as const) {
    const telling = { t: words.getFixedT(lang), lang, before: {}, after: nothing };
    for (const [part, columns] of fields)
      for (const field of columns) {
        const problem = { ...none, part, field, kind: "malformed", value: "§" } as const;
        expect(problemWords(telling, problem), `${part} ${field}`).not.toMatch(/§|is not accepted/);
      }
  }
});

import { expect, test } from "vitest";
import { z } from "zod";
import type { Network } from "../../../domain/network.ts";
import { rows, run, sql } from "../../../server/db.ts";
import { checkViews } from "../../../server/gate/checkViews.ts";
import { checkViewsEver } from "../../../server/gate/usedViews.ts";
import { city, closeBy } from "../../attacks/city.ts";
import { CLOSED, opened, quarter, views } from "./quarter.ts";

const byPlace = [["zone", "need"], ["zone", "slot"], ["zone"], []];
const byNeed = [["need"], ["slot"], ["zone", "slot", "need"]];
const listed = (list: readonly string[][]): Network => ({
  ...city({ views: { week: views(list), month: views(list), quarter: views(list), year: views(list) } }),
  simulated: false,
});

test("two lists that are good alone are refused together, once one of them has closed periods", async () => {
  const [before, after] = [listed(byPlace), listed(byNeed)];
  checkViews(before);
  checkViews(after);
  const town = await opened(before, quarter(300, 21));
  await checkViewsEver(town.published, after);
  await closeBy(town, CLOSED);
  await checkViewsEver(town.published, before);
  await expect(checkViewsEver(town.published, after)).rejects.toThrow(RangeError);
  await checkViewsEver(town.published, { ...after, simulated: true });
  await expect(checkViewsEver(town.published, after)).rejects.toThrow(
    /small cell of ".+" by (week|month|quarter|year).+Views of periods already closed count as well/,
  );
});

test("every closed period keeps the list it was published by, with its variance, views without a cell too", async () => {
  const list = { quarter: views([["zone"], ["parent", "aim"]]) };
  const town = await opened(city({ views: list, sensitive: { quarter: views([[]]) } }), quarter(300, 22));
  town.network.zones = town.network.zones.map((zone) => ({ ...zone, parent: null }));
  await closeBy(town, CLOSED);
  const kept = await rows(
    town.published,
    z.object({ view: z.string(), variance: z.number() }),
    sql`SELECT view, variance FROM closed_view WHERE period = '2026-Q2' ORDER BY view`,
  );
  expect(kept).toEqual([
    { view: "parent×aim", variance: 4 },
    { view: "sensitive:total", variance: 6 },
    { view: "zone", variance: 4 },
  ]);
});

test("less noise in the past counts for the past: raising the variance does not heal what is closed", async () => {
  const network = listed(byPlace);
  const town = await opened(network, []);
  await run(
    town.published,
    sql`INSERT INTO closed_period VALUES ('2026', 'year', '2026-01-01', '2026-12-31', '2027-01-05')`,
  );
  const noted = (variance: number) =>
    run(
      town.published,
      sql`INSERT OR REPLACE INTO closed_view
        SELECT '2026', view, ${variance}::DOUBLE FROM (VALUES ('zone'), ('total')) AS used(view)`,
    );
  await noted(4);
  await checkViewsEver(town.published, network);
  await noted(0.1);
  await expect(checkViewsEver(town.published, network)).rejects.toThrow('small cell of "zone" by year');
});

import { expect, test } from "vitest";
import { type Db, run, sql } from "../../../server/db.ts";
import type { EmergingAnswer } from "../../../server/emerging.ts";
import { openTown, presence } from "../town.ts";

/** Forty closed weeks up to 47, without week 30, the last of them read. */
async function closes(published: Db): Promise<void> {
  await run(
    published,
    sql`INSERT INTO closed_period
      SELECT strftime(monday, '%G-W%V'), 'week', monday, monday + 6, monday::TIMESTAMP + INTERVAL 9 DAY + INTERVAL 4 HOUR
      FROM (SELECT DATE '2026-11-16' - 7 * back::INTEGER AS monday FROM range(40) weeks(back)) WHERE monday <> '2026-07-20'`,
  );
  const reading = {
    epoch: "2026-W47",
    states: { zone: [], need: [], state: [], trend: [] },
    ...{ hot_spots: { zone: [], need: [], spot: [] }, findings: [], news: [] },
  };
  await run(
    published,
    sql`INSERT INTO emerging VALUES ('2026-W47', 1, '{}', '0.1.0', ${JSON.stringify(reading)})`,
  );
}

test("hours of a need are a mean over all the weeks it is read from, and those before them are no part of it", async () => {
  const town = await openTown(async (published) => {
    await closes(published);
    await presence(
      published,
      ["night", "harbour"],
      [
        ["2026-04-14", 26, 0, 60],
        ["2026-04-21", 26, 0, 60],
        ["2026-05-05", 26, 0, 60],
        ["2026-10-20", 26, 0, 60],
      ],
    );
  });
  const { evidence, series } = (await town.ask("/api/emerging")).body as EmergingAnswer;
  await town.close();
  const of = (need: string) => evidence.find((one) => one.need === need && one.zone === null);
  // by hand: base of a sensitive need 20 April … 18 October, of an ordinary one 4 May … 1 November, 25 closed weeks each
  expect(of("addiction")).toMatchObject({ hours_now: 0.2, hours_before: 0.08 });
  expect(of("health")).toMatchObject({ hours_now: 0, hours_before: 0.08 });
  expect(series.weeks[0]).toEqual({ id: "2026-W19", from: "2026-05-04" });
  const health = series.city.find(({ need }) => need === "health");
  expect(health?.hours).toHaveLength(28);
  expect(health?.hours[0]).toBe(1);
});

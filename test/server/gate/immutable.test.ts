import { expect, test } from "vitest";
import { run, sql } from "../../../server/db.ts";
import { closePeriods } from "../../../server/gate/closePeriods.ts";
import { type Cell, cellsIn, city, closeBy, observe, SECRET } from "../../attacks/city.ts";
import { CLOSED, closedIn, opened, quarter, small } from "./quarter.ts";

test("the same secret publishes the same numbers, another secret others", async () => {
  const seen = quarter(2000, 7);
  const answers: Cell[][] = [];
  for (const secret of [SECRET, SECRET, Buffer.alloc(32, 8)]) {
    const city = await opened(small, seen);
    await closeBy(city, CLOSED, secret);
    answers.push(await cellsIn(city));
  }
  expect(answers[1]).toEqual(answers[0]);
  const [first, other] = [answers[0] ?? [], answers[2] ?? []];
  const moved = first.filter(({ value }, i) => value !== other[i]?.value).length;
  expect(moved).toBeGreaterThan(first.filter(({ value }) => value !== null).length / 2);
});

test("a closed period never changes: not by closing again, not by late records, not by another secret", async () => {
  const city = await opened(small, quarter(1500, 8));
  await closeBy(city, CLOSED);
  const before = await cellsIn(city);
  await observe(city, quarter(500, 9));
  expect(await closeBy(city, CLOSED)).toEqual([]);
  await closeBy(city, "2026-08-01T00:00:00Z", Buffer.alloc(32, 8));
  expect(await cellsIn(city)).toEqual(before);
});

test("a close that breaks off leaves nothing half done, and the next one finishes it", async () => {
  const both = city({ views: { week: [["zone"]], month: [["zone"]], quarter: [["zone"]] } });
  const town = await opened(both, quarter(900, 10));
  const broken = closePeriods({
    ...town,
    secret: SECRET,
    now: Date.parse(CLOSED),
    onProgress: (done) => {
      if (done === 2) throw new Error("power cut");
    },
  });
  await expect(broken).rejects.toThrow("power cut");
  expect(await closedIn(town)).toEqual(["2026-W14", "2026-W15"]);
  expect(new Set((await cellsIn(town)).map(({ period }) => period))).toEqual(
    new Set(["2026-W14", "2026-W15"]),
  );
  expect((await closeBy(town, CLOSED)).map(({ period }) => period)).toEqual([
    ...[
      "2026-W16",
      "2026-W17",
      "2026-04",
      "2026-W18",
      "2026-W19",
      "2026-W20",
      "2026-W21",
      "2026-W22",
      "2026-05",
    ],
    ...["2026-W23", "2026-W24", "2026-W25", "2026-W26", "2026-06", "2026-Q2"],
  ]);
});

test("cells and period are published together or not at all", async () => {
  const town = await opened(small, quarter(900, 11));
  await run(town.published, sql`CREATE UNIQUE INDEX one_cell ON published_cell (period)`);
  await expect(closeBy(town, CLOSED)).rejects.toThrow();
  expect((await closedIn(town)).includes("2026-Q2")).toBe(false);
  expect((await cellsIn(town)).some(({ period }) => period === "2026-Q2")).toBe(false);
});

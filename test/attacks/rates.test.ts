import { expect, test } from "vitest";
import { cubeCells } from "../../domain/disclosure/cubeCell.ts";
import { passed } from "../../server/disclosure/outcome.ts";
import { ratesTell } from "../../server/disclosure/ratesTell.ts";
import type { Ask } from "../../server/disclosure/wire.ts";
import { cubeCity, rowsOf, truths } from "./cube.ts";
import { truthOf } from "./drawn.ts";
import { PERIOD } from "./questions.ts";
import { serveCity } from "./served.ts";

test("A12: rates times hours give published numbers only; rates of true counts are caught", async () => {
  const leaves = truths(43);
  const city = await serveCity(rowsOf(leaves, 43));
  const { chain } = await city.json(`/api/cells?${PERIOD}`);
  const cells = cubeCells(chain);
  const known = { quarter: "2026-Q2", network: cubeCity, own: { cells, truth: cells.map(() => 0) } };
  const ours = await ratesTell(city.ask, known);
  expect(ours.tried).toBe(16);
  expect(passed(ours)).toBe(true);
  const trueRates: Ask = async (path) => {
    const answer = await city.ask(path);
    const body = JSON.parse(answer.body);
    for (const { zone, a } of body.zones) {
      const n = truthOf({ nodes: { zone, slot: "morning" } }, leaves);
      a.rate = a.hours > 0 ? (n / a.hours) * 10 : null;
    }
    return { ...answer, body: JSON.stringify(body) };
  };
  expect(passed(await ratesTell(trueRates, known))).toBe(false);
  await city.close();
});

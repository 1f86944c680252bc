import { afterAll, beforeAll, expect, test } from "vitest";
import { openTown } from "./town.ts";

let town: Awaited<ReturnType<typeof openTown>>;
beforeAll(async () => {
  town = await openTown();
});
afterAll(() => town.close());

test("the network says under which count it withholds, for ordinary and for sensitive needs", async () => {
  const { body } = await town.ask("/api/network");
  expect(body).toMatchObject({ threshold: 5, sensitive_threshold: 10 });
  expect(body).toMatchObject({ perturbation: { D: 6, V: 4 }, sensitive_perturbation: { D: 8, V: 6 } });
});

test("one word says that the data are simulated", async () => {
  const { body } = await town.ask("/api/network");
  expect(body).toHaveProperty("simulated", town.network.simulated);
  expect(body).not.toHaveProperty("demo");
});

import { expect, test } from "vitest";
import { Disclosure } from "../../../domain/network.ts";
import { checkViews } from "../../../server/gate/checkViews.ts";
import { city } from "../../attacks/city.ts";

test("sensitive needs by month for the city, by quarter and year by zone: the views of the methods are let pass", () => {
  const sensitive = {
    month: [["need" as const]],
    quarter: [["need" as const], ["zone" as const, "need" as const]],
    year: [["zone" as const]],
  };
  expect(() => checkViews(city({ sensitive }))).not.toThrow();
});

test.each([
  ["week", []],
  ["week", ["need"]],
  ["month", ["zone"]],
  ["month", ["parent", "need"]],
  ["month", ["slot"]],
  ["quarter", ["zone", "slot", "need"]],
  ["quarter", ["aim"]],
  ["year", ["weekpart", "need"]],
])("sensitive needs by %s × %j are refused, naming the view", (kind, by) => {
  const network = city({ sensitive: { [kind]: [by] } });
  expect(() => checkViews(network)).toThrow(
    `disclosure.sensitive.views.${kind}: "${by.join("×") || "total"}"`,
  );
});

test("a network may be stricter than the methods, never weaker", () => {
  const { disclosure } = city();
  const { sensitive } = disclosure;
  const js = 0;
  const weaker = [
    { ...disclosure, floor: 1 },
    { ...disclosure, threshold: 4 },
    { ...disclosure, perturbation: { D: 5, V: 4, js } },
    { ...disclosure, perturbation: { D: 6, V: 3.9, js } },
    { ...disclosure, sensitive: { ...sensitive, floor: 3 } },
    { ...disclosure, sensitive: { ...sensitive, threshold: 9 } },
    { ...disclosure, sensitive: { ...sensitive, perturbation: { D: 7, V: 6, js } } },
    { ...disclosure, sensitive: { ...sensitive, perturbation: { D: 8, V: 5, js } } },
  ];
  for (const one of weaker) expect(Disclosure.safeParse(one).success).toBe(false);
  expect(
    Disclosure.safeParse({ ...disclosure, threshold: 8, perturbation: { D: 8, V: 8, js } }).success,
  ).toBe(true);
});

import { expect, test } from "vitest";
import en from "../../client/messages/en.json" with { type: "json" };
import it from "../../client/messages/it.json" with { type: "json" };

type Tree = { [key: string]: string | Tree };

const flat = (tree: Tree, path = ""): [string, string][] =>
  Object.entries(tree).flatMap(([key, value]): [string, string][] =>
    typeof value === "string" ? [[`${path}${key}`, value]] : flat(value, `${path}${key}.`),
  );
const [italian, english] = [new Map(flat(it)), new Map(flat(en))];
const placeholders = (text: string) => [...text.matchAll(/\{\{(\w+)\}\}|<\/?b>/g)].map(([all]) => all).sort();

test("every message has both languages", () => {
  expect([...english.keys()].sort()).toEqual([...italian.keys()].sort());
});

test("no message is empty", () => {
  for (const [key, text] of [...italian, ...english]) expect(text.trim(), key).not.toBe("");
});

test("both languages say the same facts", () => {
  const free = /^(clock|at|theDay|ordinal|number)/;
  for (const [key, text] of italian) {
    if (!free.test(key)) expect(placeholders(english.get(key) ?? ""), key).toEqual(placeholders(text));
  }
});

test("numbers are words up to ten in both", () => {
  for (const messages of [it, en]) expect(Object.keys(messages.number)).toHaveLength(11);
});

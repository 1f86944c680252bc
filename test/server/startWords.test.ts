import { expect, test } from "vitest";
import { langOf } from "../../server/startWords.ts";

test("a start speaks the language asked for, else English where the environment does, else the network's", () => {
  expect(langOf("it", { LANG: "en_GB.UTF-8" }, "en")).toBe("it");
  expect(langOf(undefined, { LANG: "en_GB.UTF-8" }, "it")).toBe("en");
  expect(langOf(undefined, { LC_ALL: "it_IT.UTF-8", LANG: "en_GB.UTF-8" }, "en")).toBe("en");
  expect(langOf(undefined, { LC_ALL: "it_IT.UTF-8", LANG: "en_GB.UTF-8" }, "it")).toBe("it");
  expect(langOf(undefined, { LANG: "C.UTF-8" }, "it")).toBe("it");
  expect(langOf(undefined, {}, "en")).toBe("en");
  expect(() => langOf("de", {}, "it")).toThrow('--lang: "de" (expected it or en)');
});

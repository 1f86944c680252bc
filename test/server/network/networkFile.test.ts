import { expect, test } from "vitest";
import { type Edits, loadEdited, problemsOf, put, swap } from "./editedTown.ts";

const edited = (edit: Edits[string]) => problemsOf({ "network.json": edit });

test("broken JSON is refused at its line", async () => {
  expect(await edited(swap('"locale": "en",', '"locale": "en"'))).toMatchObject([
    { file: "network.json", where: "line 7, character 3", value: '"timezone": "Europe/Rome",' },
  ]);
});

test("a word network.json does not have is refused by name, for it may be a setting misspelt", async () => {
  expect(await edited(put(["disclosure", "treshold"], 10))).toMatchObject([
    { field: "disclosure.treshold", problem: "is a name Sguardo does not know" },
  ]);
});

test("disclosure weaker than the method allows is refused", async () => {
  expect(await edited(put(["disclosure", "floor"], 1))).toMatchObject([
    { field: "disclosure.floor", value: "1", problem: "is not at least 2", remedy: "Write at least 2." },
  ]);
  expect(await edited(put(["disclosure", "views", "month", 0], ["need", "person"]))).toMatchObject([
    { field: "disclosure.views.month[0][1]", value: "person" },
  ]);
  expect(await edited(put(["disclosure", "views", "month"], [["zone"], ["need"], ["need"]]))).toMatchObject([
    { field: "disclosure.views.month[2]", value: "need", problem: "is the same view as another" },
  ]);
});

test("slots that leave an hour out, or hold it twice, are refused with the hour", async () => {
  expect(await edited(put(["slots", 3, "to"], 5))).toMatchObject([
    { field: "slots", value: "5–6", problem: "is an hour in no slot" },
  ]);
  expect(await edited(put(["slots", 0, "to"], 13))).toMatchObject([
    { field: "slots", value: "12–13", problem: "is an hour in several slots (mattina, pomeriggio)" },
  ]);
});

test("an operational day that would cut the night in two is refused", async () => {
  expect(await edited(put(["day_start"], 4))).toMatchObject([
    { field: "day_start", value: "4", problem: "cuts a slot in two" },
  ]);
});

test("one slot may hold the whole day", async () => {
  const whole = await loadEdited({
    "network.json": put(["slots"], [{ id: "giorno", name: "Giorno", from: 6, to: 6 }]),
  });
  expect(whole.slots).toHaveLength(1);
});

test("two slots, aims or groups with one id are refused", async () => {
  expect(await edited(put(["aims", 4], { id: "care", name: "Care again" }))).toMatchObject([
    { field: "aims[4].id", value: "care", problem: "is already the id of another entry" },
  ]);
});

test("everything wrong in network.json is told at once", async () => {
  const problems = await edited((text) =>
    put(["locale"], "de")(put(["slots"], [])(put(["name"], undefined)(text))),
  );
  expect(problems.map(({ field, value, problem }) => [field, value, problem])).toEqual([
    ["name", "", "is missing"],
    ["locale", "de", "is not one of: it, en"],
    ["slots", "[]", "is not at least 1 in the list"],
  ]);
});

import { describe, expect, test } from "vitest";
import { type Edits, problemsOf, swap } from "./editedTown.ts";

/** The one problem an edit is refused with. */
async function only(edits: Edits) {
  const problems = await problemsOf(edits);
  expect(problems).toHaveLength(1);
  return problems[0];
}

describe("a table that cannot be read", () => {
  test("text in Windows-1252 is refused at its line", async () => {
    const latin = await only({ "services.csv": (text) => Buffer.from(text, "latin1") });
    expect(latin).toMatchObject({
      file: "services.csv",
      where: "line 2",
      problem: "is not UTF-8 text (perhaps Windows-1252)",
      remedy: "Save the file again as UTF-8 (in Excel: CSV UTF-8).",
    });
    expect(latin?.value).toContain("Unità notturna");
  });

  test("UTF-16, bytes and an empty file are refused as what they are", async () => {
    const utf16 = (text: string) => Buffer.from(`\uFEFF${text}`, "utf16le");
    expect(await only({ "aims.csv": utf16 })).toMatchObject({ problem: "is UTF-16 text" });
    expect(await only({ "aims.csv": () => Buffer.from([80, 75, 3, 4, 0, 0]) })).toMatchObject({
      problem: "is not text (it holds zero bytes)",
    });
    expect(await only({ "aims.csv": () => "" })).toMatchObject({ problem: "is empty" });
  });

  test("a row with too few cells is refused at its line", async () => {
    expect(await only({ "aims.csv": swap("order,youth,contrasting", "order,youth") })).toMatchObject({
      file: "aims.csv",
      where: "line 5",
      value: "order,youth",
      problem: "has 2 cells, the first line has 3",
    });
  });

  test("a quote that never ends is refused", async () => {
    const problem = await only({ "needs.csv": swap("health,Health", 'health,"Health') });
    expect(problem).toMatchObject({ file: "needs.csv", remedy: expect.stringContaining("Check the quotes") });
  });

  test("columns missing, misspelt or doubled are refused on the first line", async () => {
    expect(await problemsOf({ "needs.csv": swap("group,sensitive", "grup,name") })).toMatchObject([
      { where: "line 1", field: "grup", problem: "is a column this table does not have" },
      { where: "line 1", field: "name", problem: "is there twice" },
      { where: "line 1", field: "group", problem: "is a missing column" },
    ]);
  });

  test("a table of services without a service is refused", async () => {
    const problems = await problemsOf({ "services.csv": (text) => text.slice(0, text.indexOf("\n") + 1) });
    expect(problems[0]).toMatchObject({ file: "services.csv", problem: "has no row" });
  });
});

describe("a cell that cannot be meant", () => {
  // biome-ignore format: a table
  const cells: [string, string, [string, string], object][] = [
    ["initials of three letters", "services.csv", [",NU,", ",NUX,"], { where: "line 2", field: "initials", value: "NUX" }],
    ["initials used twice", "services.csv", [",TP,", ",NU,"], { where: "line 3", field: "initials", value: "NU", problem: "is already used in line 2" }],
    ["a service without needs", "services.csv", ["conflict;housing", ""], { where: "line 3", field: "needs", problem: "is missing" }],
    ["an unknown aim", "services.csv", [",order,", ",ordre,"], { where: "line 3", field: "aims", value: "ordre", problem: "is an aim that network.json does not have" }],
    ["an unknown need", "services.csv", ["food;housing", "fodo;housing"], { where: "line 4", field: "needs", value: "fodo" }],
    ["an unknown group", "needs.csv", ["Health,safety", "Health,saftey"], { where: "line 4", field: "group", value: "saftey" }],
    ["a need that is perhaps sensitive", "needs.csv", ["safety,true", "safety,maybe"], { where: "line 6", field: "sensitive", value: "maybe", problem: "is not true or false" }],
    ["a need used twice", "needs.csv", ["addiction,", "food,Food,,,basics,\naddiction,"], { where: "line 6", field: "id", value: "food" }],
    ["an id with a space", "schedules.csv", ["police-day,", "police day,"], { where: "line 4", field: "id", value: "police day" }],
    ["a pair of aims judged twice", "aims.csv", ["care,care,redundant", "youth,care,redundant"], { where: "line 6", field: "a, b", value: "care, youth", problem: "is already used in line 4" }],
    ["an unknown zone", "schedules.csv", ["harbour;market", "harbour;marsh"], { where: "line 2", field: "zones", value: "marsh" }],
    ["an hour that is none", "schedules.csv", ["21:00,01:00", "21:00,25:00"], { where: "line 2", field: "closes_at", value: "25:00", remedy: "Write a time like 01:00." }],
    ["a day that is none", "schedules.csv", ["2024-01-03", "2024-02-30"], { where: "line 3", field: "dtstart", value: "2024-02-30" }],
    ["weekdays in Italian", "schedules.csv", ['"TU,TH"', '"MAR,GIO"'], { where: "line 7", field: "byday", value: "MAR,GIO" }],
    ["an exception that is no date", "schedules.csv", ["2026-08-14;2026-08-15", "2026-08-14;Ferragosto"], { where: "line 2", field: "exceptions", value: "Ferragosto" }],
    ["a turn that ends before it begins", "schedules.csv", ["2024-01-06,2026-12-31", "2024-01-06,2023-12-31"], { where: "line 8", field: "until", value: "2023-12-31" }],
    ["a validity that ends before it begins", "schedules.csv", ["2024-09-01,2026-12-31", "2026-12-31,2024-09-01"], { where: "line 7", field: "valid_to" }],
    ["a numbered weekday every week", "schedules.csv", ["1,FR,,MO,2024-01-05", "1,2FR,,MO,2024-01-05"], { where: "line 5", field: "byday", value: "2FR" }],
    ["a public-holiday rule nobody knows", "schedules.csv", ["14:00,closed", "14:00,maybe"], { field: "holidays", value: "maybe", remedy: "Write one of: open, closed." }],
  ];

  test.each(cells)("%s is refused with its line, column and value", async (...cell) => {
    const [, file, [from, to], expected] = cell;
    expect(await only({ [file]: swap(from, to) })).toMatchObject({ file, ...expected });
  });
});

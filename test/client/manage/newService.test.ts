import { expect, test } from "vitest";
import {
  PALETTE,
  proposeColor,
  proposeId,
  proposeInitials,
} from "../../../client/manage/services/newService.ts";

test("initials are those of the first words that mean something", () => {
  expect(proposeInitials("Unità Ponte", [])).toBe("UP");
  expect(proposeInitials("Centro di ascolto della stazione", [])).toBe("CA");
  expect(proposeInitials("Servizio per l’èra", [])).toBe("SE");
});

test("initials that somebody has are not proposed", () => {
  expect(proposeInitials("Unità Ponte", ["UP"])).toBe("UN");
  expect(proposeInitials("Caritas", ["CA", "CR"])).toBe("CI");
});

test("there are initials for a name without letters, and none when all are taken", () => {
  expect(proposeInitials("…", [])).toBe("XA");
  const all = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"].map((letter) => `B${letter}`);
  expect(proposeInitials("B", all)).toBeNull();
});

test("the colour proposed is the first nobody has, whatever its case", () => {
  expect(proposeColor([])).toBe(PALETTE[0]);
  expect(proposeColor(PALETTE.slice(0, 4).map((color) => color.toUpperCase()))).toBe(PALETTE[4]);
  expect(proposeColor([...PALETTE, PALETTE[0]])).toBe(PALETTE[1]);
});

test("an id is made of the name and belongs to nobody else", () => {
  expect(proposeId("Unità di Strada “Via delle Stelle”", [])).toBe("unita-di-strada-via-delle-stelle");
  expect(proposeId("Unità Ponte", ["unita-ponte", "unita-ponte-2"])).toBe("unita-ponte-3");
  expect(proposeId("…", [])).toBe("x");
});

import { expect, test } from "vitest";
import { refusePersonal } from "../../server/refusePersonal.ts";

test("a text that holds personal data is refused, with the field and the kind and nothing of the text", () => {
  const refused = () => refusePersonal("note", "chiamare Mario Rossini al 333 1234567");
  expect(refused).toThrow(/^note: holds what looks like personal data \((?:phone|name)\)/);
  expect(refused).not.toThrow(/Mario|Rossini|333/);
  expect(() => refusePersonal("note", "Aggiornati i turni d’autunno")).not.toThrow();
});

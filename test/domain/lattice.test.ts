import { expect, test } from "vitest";
import { cellId, mayBeRepeats, singleDimensions } from "../../domain/cellId.ts";
import { cellsOf, latticeOf, viewName, viewsOf } from "../../domain/lattice.ts";
import { city } from "../attacks/city.ts";

const network = city({ zones: 3, needs: 3 });
const lattice = latticeOf(network);
const id = (nodes: Parameters<typeof cellId>[1], sensitive = false) =>
  cellId("2025-03", nodes, { lattice, sensitive });

test("a cell has the canonical id of the method, whatever its dimensions", () => {
  expect(id({ zone: "z1", slot: "evening", need: "n0" })).toBe(
    "v1|periodo=2025-03|zona=z1|fascia=evening|servizio=*|bisogno=n0",
  );
  expect(id({})).toBe("v1|periodo=2025-03|zona=*|fascia=*|servizio=*|bisogno=*");
  expect(id({ group: "g0", aim: "care" })).toBe(
    "v1|periodo=2025-03|zona=*|fascia=*|servizio=finalita:care|bisogno=gruppo:g0",
  );
  expect(id({ slot: "night", weekpart: "weekend" })).toContain("|fascia=night/weekend|");
  expect(id({ weekpart: "weekday" })).toContain("|fascia=*/weekday|");
});

test("a group of one need and a district of one zone are that need and that zone: one id", () => {
  expect(id({ group: "g1" })).toBe(id({ need: "n2" }));
  expect(id({ parent: "south" })).toBe(id({ zone: "z2" }));
  expect(id({ parent: "north" })).toContain("|zona=distretto:north|");
});

test("all sensitive needs together are not all ordinary ones: another id", () => {
  const needs = [...network.needs, { id: "s2", name: "s2", group: "health", sensitive: true }];
  const two = { lattice: latticeOf({ ...network, needs }), sensitive: true };
  expect(cellId("2025-03", {}, two)).toContain("|bisogno=sensibili:*");
  expect(cellId("2025-03", { group: "secret" }, two)).toContain("|bisogno=gruppo:secret");
});

test("a sum over a dimension of one node is of that node: one id", () => {
  const [zone, slot] = [network.zones.slice(0, 1), network.slots.slice(0, 1)];
  const one = (changed: Partial<typeof network>) => ({
    lattice: latticeOf({ ...network, ...changed }),
    sensitive: false,
  });
  const same = (of: ReturnType<typeof one>, ...cells: Parameters<typeof cellId>[1][]) =>
    expect(new Set(cells.map((nodes) => cellId("2025-03", nodes, of))).size).toBe(1);
  same(one({ zones: zone }), {}, { zone: "z0" }, { parent: "north" });
  same(one({ slots: slot }), { zone: "z0" }, { zone: "z0", slot: "morning" });
  same(one({ needs: network.needs.slice(0, 1) }), {}, { need: "n0" }, { group: "g0" });
  same(one({ needs: network.needs.slice(0, 2) }), {}, { group: "g0" });
  same(one({ zones: network.zones.slice(0, 2) }), {}, { parent: "north" });
  expect(id({})).not.toBe(id({ parent: "north" }));
});

test("a cell of one zone, slot and need may be repeat sightings, under whatever name it is published", () => {
  const of = { lattice, sensitive: false };
  const oneSlot = { lattice: latticeOf({ ...network, slots: network.slots.slice(0, 1) }), sensitive: false };
  expect(mayBeRepeats({ zone: "z0", slot: "night", need: "n0" }, of)).toBe(true);
  expect(mayBeRepeats({ zone: "z0", slot: "night", group: "g0" }, of)).toBe(true);
  expect(mayBeRepeats({ parent: "south", slot: "night", need: "n0" }, of)).toBe(true);
  expect(mayBeRepeats({ parent: "north", slot: "night", need: "n0" }, of)).toBe(false);
  expect(mayBeRepeats({ zone: "z0", need: "n0" }, of)).toBe(false);
  expect(mayBeRepeats({ zone: "z0", need: "n0" }, oneSlot)).toBe(true);
});

test("readers know which dimensions are of one node, for ordinary and for sensitive needs", () => {
  expect(singleDimensions(network, false)).toEqual([]);
  // s0 and s1 are one group.
  expect(singleDimensions(network, true)).toEqual(["need"]);
  const few = network.needs.filter(({ id }) => ["n0", "s0"].includes(id));
  expect(singleDimensions({ ...network, needs: few }, false)).toEqual(["need"]);
  const small = { ...network, zones: network.zones.slice(0, 1), slots: network.slots.slice(0, 1) };
  expect(singleDimensions(small, false)).toEqual(["zone", "slot"]);
});

test("a view is named by its dimensions in one order, and sensitive needs have views of their own", () => {
  const made = city({
    views: { week: [["need", "zone"], [], ["zone", "need"]] },
    sensitive: { year: [["need"]] },
  });
  expect(viewsOf(made.disclosure).map((view) => `${view.kind} ${viewName(view)}`)).toEqual([
    "week zone×need",
    "week total",
    "year sensitive:need",
  ]);
});

test("every cell of a view is enumerated, empty or not, and only with needs of its kind", () => {
  const cells = cellsOf({ by: ["zone", "need"], sensitive: false }, lattice);
  expect(cells).toHaveLength(9);
  expect(cells[0]).toEqual({ zone: "z0", need: "n0" });
  expect(cellsOf({ by: ["need"], sensitive: true }, lattice)).toEqual([{ need: "s0" }, { need: "s1" }]);
  expect(cellsOf({ by: [], sensitive: false }, lattice)).toEqual([{}]);
});

test("a view cannot cross a dimension with its own parent", () => {
  const crossed = city({ views: { month: [["need", "group"]] } });
  expect(() => viewsOf(crossed.disclosure)).toThrow(
    'disclosure.views.month: "need×group" crosses need with group',
  );
});

import { expect, test } from "vitest";
import { formatView, parseView, START, type View } from "../../client/address.ts";
import { settleView } from "../../client/settleView.ts";
import { parseWhatIf } from "../../domain/whatif/whatIf.ts";

const everything: View = {
  screen: "manca",
  period: "2026-Q3",
  services: ["ps", "vs"],
  needs: ["abitare"],
  levels: ["4", "g2", "unknown"],
  hours: [{ day: 4, from: 22, to: 24 }],
  repeat: "weekdays",
  a: ["mattina"],
  b: ["sera", "notte"],
  before: "2026-Q2",
  highlight: "night",
  list: "overlaps",
  pair: ["ps", "vs"],
  ask: { hours: 6, shortest: 2, longest: 4, here: true },
  givers: ["ca", "ps"],
  move: parseWhatIf("ps.Q01.mon-08-10").shifts,
  whatif: parseWhatIf("ca.Q05.thu-22-01,-ps.Q01.mon-08-10").shifts,
  epoch: "2026-W47",
  finding: "salute-2026-W45-1",
  scale: "same",
  part: "schedules",
  item: "ms-sportello",
  zone: "Q01",
  table: true,
  lang: "en",
  theme: "dark",
};

const town = {
  periods: ["2026-Q3"],
  services: ["ps", "vs", "night", "ca"],
  needs: ["abitare"],
  zones: ["Q01", "Q05"],
  slots: ["mattina", "sera", "notte"],
  earlier: [],
};

test("every choice goes into the address and comes back", () => {
  const address = formatView(everything);
  expect(address).toBe(
    "?screen=manca&period=2026-Q3&hours=fri-22-24&repeat=weekdays&a=mattina&b=sera,notte&before=2026-Q2&highlight=night&list=overlaps&pair=ps,vs&ask=6.2-4.here&givers=ca,ps&move=ps.Q01.mon-08-10&whatif=ca.Q05.thu-22-01,-ps.Q01.mon-08-10&epoch=2026-W47&finding=salute-2026-W45-1&scale=same&part=schedules&item=ms-sportello&zone=Q01&services=ps,vs&needs=abitare&levels=4,g2,unknown&table=open&lang=en&theme=dark",
  );
  expect(parseView(address)).toEqual({ view: everything, refused: [] });
});

test("no choice is no address", () => {
  expect(formatView(START)).toBe("");
  expect(parseView("")).toEqual({ view: START, refused: [] });
});

test("nonsense keeps the default, is named, and spoils nothing else", () => {
  const { view, refused } = parseView(
    "?hours=ven-22&zone=Q01&theme=blue&repeat=never&table=1&lang=%E0%A4%A&levels=9&screen=nowhere",
  );
  expect(view).toEqual({ ...START, zone: "Q01" });
  expect(refused.sort()).toEqual(["hours", "lang", "levels", "repeat", "screen", "table", "theme"]);
});

test("a close that is no week is named, and the newest shown", () => {
  const { view, refused } = parseView("?screen=emerge&epoch=pippo");
  expect(view).toEqual({ ...START, screen: "emerge" });
  expect(refused).toEqual(["epoch"]);
});

test("whatever is typed, reading an address never throws", () => {
  for (const search of [
    "?hours=",
    "?=&&&",
    "?services=,,,",
    `?zone=${"x".repeat(5000)}<script>`,
    "?hours=fri-99-99",
  ]) {
    expect(() => parseView(search)).not.toThrow();
  }
});

test("what this network does not know is let go and named", () => {
  const known = { ...town, services: ["ps"], needs: [], zones: ["Q02"], slots: ["sera"] };
  const { view, refused } = settleView(everything, known);
  expect(view).toMatchObject({ period: "2026-Q3", services: ["ps"], needs: [], zone: null });
  expect(refused).toEqual([
    ...["zone", "services", "needs", "a", "b", "before", "highlight", "pair", "givers"],
    ...["move ps.Q01.mon-08-10", "whatif ca.Q05.thu-22-01", "whatif -ps.Q01.mon-08-10"],
  ]);
  expect(view).toMatchObject({ a: [], b: ["sera"], before: null });
});

test("two periods are compared over the same hours: a second set beside them is let go and named", () => {
  const { view, refused } = settleView(everything, { ...town, earlier: ["2026-Q2"] });
  expect(view).toMatchObject({ before: "2026-Q2", a: ["mattina"], b: [] });
  expect(refused).toEqual(["b"]);
});

test("what the network knows is kept as the same object, so that nothing is drawn again", () => {
  const { view } = settleView(everything, town);
  expect(view.a).toBe(everything.a);
  expect(view.services).toBe(everything.services);
  expect(view.needs).toBe(everything.needs);
});

test("of a hypothesis what names no shift is let go by itself, and named", () => {
  const { view, refused } = parseView("?whatif=ca.Q05.gio-22-01,ca.Q05.thu-22-01&ask=41.2-4&move=x");
  expect(view).toEqual({ ...START, whatif: parseWhatIf("ca.Q05.thu-22-01").shifts });
  expect(refused).toEqual(["ask", "move x", "whatif ca.Q05.gio-22-01"]);
  expect(parseView("?ask=6.4-2").refused).toEqual(["ask"]);
});

test("shifts of services and zones the network does not have are let go and named", () => {
  const { view } = parseView("?whatif=ca.Q05.thu-22-01,xx.Q05.thu-22-01,-ca.Q99.thu-22-01&givers=ca,xx");
  const known = { ...town, services: ["ca"], zones: ["Q05"] };
  const settled = settleView(view, known);
  expect(settled.view.whatif).toEqual(parseWhatIf("ca.Q05.thu-22-01").shifts);
  expect(settled.view.givers).toEqual(["ca"]);
  expect(settled.refused).toEqual(["givers", "whatif xx.Q05.thu-22-01", "whatif -ca.Q99.thu-22-01"]);
});

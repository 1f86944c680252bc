import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { chosen, journey, painted, read, sentence } from "./journey.ts";

const { at } = journey();

const title = (page: Page) => page.locator(".panel .zone-name");

/** Moves over the map until it names a zone. */
async function pointAtAZone(page: Page): Promise<string> {
  const box = await page.locator(".map-canvas").boundingBox();
  if (!box) throw new Error("the map is not on the screen");
  for (let step = 0; step < 12; step++) {
    await page.mouse.move(box.x + box.width * 0.45, box.y + box.height * (0.15 + step * 0.05));
    await painted(page);
    const said = page.locator(".map-tooltip strong");
    if (await said.isVisible()) return read(said);
  }
  throw new Error("no zone of the map answers to the pointer");
}

test("a zone clicked on the map opens with its sentence, and a click outside every zone closes it", async () => {
  const page = await at("?hours=fri-22-24");
  const name = await pointAtAZone(page);
  await page.mouse.down();
  await page.mouse.up();
  await page.locator(".zone-steps", { hasText: /zona \d+ di 12/ }).waitFor();
  expect(await read(title(page))).toBe(name);
  expect(await sentence(page)).toMatch(/^Il venerdì tra le 22 e le 24 /);
  const box = await page.locator(".map-canvas").boundingBox();
  await page.mouse.click((box?.x ?? 0) + 300, (box?.y ?? 0) + 40);
  await page.getByText("Zone, dalla più servita").waitFor();
  await expect.poll(() => chosen(page, "zone")).toBeNull();
});

test("on the map arrows walk from zone to zone, Enter opens one, Esc closes it", async () => {
  const page = await at("?hours=fri-22-24");
  const walker = page.getByRole("listbox");
  await walker.focus();
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("ArrowRight");
  const active = await walker.getAttribute("aria-activedescendant");
  const spoken = await page.locator(`[id="${active}"]`).textContent();
  await page.keyboard.press("Enter");
  await expect.poll(() => chosen(page, "zone")).toBe("Q03");
  expect(spoken).toMatch(new RegExp(`^${await read(title(page))}: `));
  await page.keyboard.press("Escape");
  await expect.poll(() => chosen(page, "zone")).toBeNull();
  await expect.poll(() => chosen(page, "hours")).toBe("fri-22-24");
});

test("a zone of the list opens; next, previous and close go through the network and back", async () => {
  const page = await at("?hours=fri-22-24");
  await page.locator(".ranking button", { hasText: "Dismano" }).click();
  expect([chosen(page, "zone"), await read(title(page))]).toEqual(["Q12", "Dismano"]);
  await page.getByRole("button", { name: "Zona seguente" }).click();
  expect(await read(title(page))).toBe("Centro Urbano");
  await page.getByRole("button", { name: "Zona precedente" }).click();
  expect(await read(title(page))).toBe("Dismano");
  await page.getByRole("button", { name: "Torna a tutta la rete" }).click();
  expect([chosen(page, "zone"), await read(title(page))]).toEqual([null, "Cesena"]);
});

test("the sentence follows hours, zone and the services that count", async () => {
  const page = await at("?hours=fri-22-24&zone=Q01");
  const full = await sentence(page);
  const rows = page.locator(".service-rows tbody tr");
  const before = await rows.count();
  const [first] = await page.locator(".service-rows tbody th").allInnerTexts();
  await page.locator("button.service", { hasText: first?.split("\n")[0] ?? "" }).click();
  expect(await sentence(page)).toMatch(/c’è di solito un servizio tra quelli scelti/);
  expect([before > 1, await rows.count()]).toEqual([true, 1]);
  await page.goBack();
  await expect.poll(() => sentence(page)).toBe(full);
});

test("a need chosen changes the figures of need, keeps presence, and is named on its button", async () => {
  const page = await at("?hours=fri-22-24&zone=Q01");
  const presence = await sentence(page);
  const needs = page.locator(".need-slots li");
  const all = await needs.allInnerTexts();
  await page.getByRole("button", { name: "Bisogni: tutti i bisogni" }).click();
  await page.getByRole("checkbox", { name: "Abitare", exact: true }).check();
  await page.keyboard.press("Escape");
  await expect.poll(() => chosen(page, "needs")).toBe("abitare");
  expect(await sentence(page)).toBe(presence);
  expect(await needs.allInnerTexts()).not.toEqual(all);
  await page.getByRole("button", { name: "Bisogni: Abitare" }).waitFor();
  await expect.poll(() => chosen(page, "hours")).toBe("fri-22-24");
});

test("small figures are said as withheld, with the reason, never as zero", async () => {
  const page = await at("?zone=Q07&needs=salute");
  const [...said] = await page.locator(".need-slots li abbr, .need-slots li b").allInnerTexts();
  expect(said).toHaveLength(4);
  for (const text of said)
    expect(text).toMatch(
      /^(troppo pochi \(<\d+\)|trattenuto|pochi dati|nessuna presenza: non noto|forse .+|\d+,\d(–\d+,\d)?)$/,
    );
  expect(said).not.toContain("0,0");
  const why = await page.locator(".need-slots abbr").first().getAttribute("title");
  expect(why).toMatch(/pubblicato|dettaglio|registrano|intervallo|una persona sola/);
});

test("a sensitive need is told of the whole day, which is all that is published, and says so", async () => {
  const page = await at("?zone=Q01&needs=dipendenze");
  const rows = page.locator(".need-slots li");
  expect(await rows.count()).toBe(1);
  expect(await read(rows.first())).toMatch(/tutto il giorno.*\d+,\d/s);
  await page.getByText("I bisogni delicati si pubblicano solo per zona, mai per fascia.").waitFor();
});

test("an hour of the zone's week, pressed, is the hour chosen; the grid is walked by arrows", async () => {
  const page = await at("?zone=Q01");
  const [wednesday, hour] = [2, 20];
  await page.locator(`[data-place="${wednesday * 24 + hour - 6}"]`).click();
  await expect.poll(() => chosen(page, "hours")).toBe("wed-20-21");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("Enter");
  await expect.poll(() => chosen(page, "hours")).toBe("thu-21-22");
  expect(await page.locator(".grid-frame").count()).toBe(1);
});

test("a class of the legend dims the others and is in the address", async () => {
  const page = await at("?hours=fri-22-24");
  const counts = await page.locator(".legend").first().locator("li b").allInnerTexts();
  expect(counts.reduce((sum, count) => sum + Number(count), 0)).toBe(12);
  await page.getByRole("button", { name: /^di solito nessuno/ }).click();
  await expect.poll(() => chosen(page, "levels")).toBe("0");
  await page.getByRole("button", { name: "togli filtro" }).first().click();
  await expect.poll(() => chosen(page, "levels")).toBeNull();
});

test("another period asks for its figures and keeps hours and zone", async () => {
  const page = await at("?hours=fri-22-24&zone=Q01");
  const year = page.locator("optgroup[label='Anni'] option").first();
  const id = (await year.getAttribute("value")) ?? "";
  const coverage = page.waitForResponse((response) => response.url().includes(`/api/coverage?period=${id}`));
  await page.getByRole("combobox", { name: "Periodo" }).selectOption(id);
  expect((await coverage).status()).toBe(200);
  expect([chosen(page, "period"), chosen(page, "hours"), chosen(page, "zone")]).toEqual([
    id,
    "fri-22-24",
    "Q01",
  ]);
});

test("a service pressed shows its own week and how it keeps its turns; pressed again, everybody's", async () => {
  const page = await at("?hours=mon-09-13&zone=Q01");
  const service = page.locator(".service-rows button").first();
  await service.click();
  await expect.poll(() => chosen(page, "highlight")).not.toBeNull();
  expect(await service.getAttribute("aria-pressed")).toBe("true");
  expect(await read(page.locator(".grid-service"))).toMatch(/delle ore di turno.*ore in turno, .* viste/s);
  const monday = page.locator('.week-grid [data-place="4"]');
  expect(await monday.getAttribute("aria-label")).toMatch(/visto \d+ su \d+ settimane di turno/);
  await service.click();
  await expect.poll(() => chosen(page, "highlight")).toBeNull();
  expect(await page.locator(".grid-service").count()).toBe(0);
});

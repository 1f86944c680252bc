import { expect, test } from "vitest";
import { chosen, journey, read, sentence } from "./journey.ts";

const { at } = journey();

test("overlaps are listed by how aims go together; one opens on its zone and hours, and the way back shows all", async () => {
  const page = await at("?screen=manca");
  await page.getByRole("button", { name: "Sovrapposizioni" }).click();
  await expect.poll(() => chosen(page, "list")).toBe("overlaps");
  expect(await sentence(page)).toMatch(
    /coppie di servizi in contrasto stanno insieme; più a lungo .+, a .+\./,
  );
  const [first] = await page.locator(".overlap-group").first().locator("li button").all();
  const name = (await first?.locator(".gap-name b").textContent()) ?? "";
  await first?.focus();
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { name: "Chi potrebbe spostarsi" }).waitFor();
  const pair = chosen(page, "pair")?.split(",") ?? [];
  expect([pair.length, chosen(page, "zone") !== null, chosen(page, "hours") !== null]).toEqual([
    2,
    true,
    true,
  ]);
  const [a = "", b = ""] = name.split(" e ");
  expect(await sentence(page)).toContain(
    `${a} e ${b} sono qui insieme, e le loro finalità sono in contrasto`,
  );
  const schedules = await read(page.locator(".overlap-schedules"));
  expect(schedules).toMatch(/lun–(ven|sab) \d\d/);
  expect(await read(page.locator(".overlap-moves"))).toMatch(/senza aprire un nuovo vuoto|resti:/);
  await page.reload();
  await page.getByRole("heading", { name: "Chi potrebbe spostarsi" }).waitFor();
  await page.getByRole("button", { name: "Tutte le sovrapposizioni" }).click();
  await expect
    .poll(() => [chosen(page, "pair"), chosen(page, "zone"), chosen(page, "hours")])
    .toEqual([null, null, null]);
});

test("hours, services and verdicts choose what is listed; the table and its file say the same", async () => {
  const page = await at("?screen=manca&list=overlaps&hours=fri-22-02");
  const rows = page.locator(".overlap-group li");
  expect(await sentence(page)).toMatch(
    /^Il venerdì tra le 22 e le 2 due servizi in contrasto stanno insieme a /,
  );
  const all = await rows.count();
  await page
    .locator(".filters")
    .getByRole("button", { name: /complementari/ })
    .click();
  await expect.poll(() => chosen(page, "levels")).toBe("complementary");
  expect(await rows.count()).toBeLessThan(all);
  await page
    .locator(".filters")
    .getByRole("button", { name: /complementari/ })
    .click();
  await page.locator("button.service", { hasText: "Riduzione del Danno" }).click();
  for (const row of await rows.locator(".gap-name b").allTextContents())
    expect(row).toContain("Riduzione del Danno");
  const listed = await rows.count();
  await page.getByRole("button", { name: "Tabella" }).click();
  expect(await page.locator(".table-scroll tbody tr").count()).toBe(listed);
  const download = page.waitForEvent("download");
  await page.locator(".table-area").getByRole("button", { name: "Esporta" }).click();
  expect((await download).suggestedFilename()).toMatch(/^sguardo-sovrapposizioni-cesena-.+\.csv$/);
  await page.getByRole("button", { name: "Mappa" }).click();
});

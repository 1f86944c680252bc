import { expect, test } from "vitest";
import { chosen, journey, painted, sentence } from "./journey.ts";
import { dragHours, stripPoint } from "./strip.ts";

const { at, asked } = journey();

test("dragging over Friday evening chooses those hours, and the sentence says them", async () => {
  const page = await at("?zone=Q01");
  await dragHours(page, [4, 20], [4, 23]);
  await expect.poll(() => chosen(page, "hours")).toBe("fri-20-24");
  expect(await sentence(page)).toMatch(/^Il venerdì tra le 20 e le 24 /);
  await page.getByText("ven 20–24", { exact: true }).waitFor();
});

test("dragging past midnight keeps the night with the day it began", async () => {
  const page = await at();
  await dragHours(page, [4, 22], [4, 1]);
  await expect.poll(() => chosen(page, "hours")).toBe("fri-22-02");
  expect(await sentence(page)).toMatch(/^Il venerdì tra le 22 e le 2 /);
});

test("the chosen stretch is taken by its middle and carried elsewhere", async () => {
  const page = await at("?hours=mon-08-12");
  await dragHours(page, [0, 9], [2, 9]);
  await expect.poll(() => chosen(page, "hours")).toBe("wed-08-12");
});

test("scrubbing shows every hour it passes and asks the server nothing", async () => {
  const page = await at("?zone=Q01");
  await page.waitForLoadState("networkidle");
  const before = asked().length;
  const start = await stripPoint(page, 0, 8);
  await page.mouse.move(start.x, start.y);
  await page.mouse.down();
  const said = new Set<string>();
  for (const day of [0, 1, 2, 3, 4, 5, 6]) {
    const to = await stripPoint(page, day, 20);
    await page.mouse.move(to.x, to.y, { steps: 3 });
    await painted(page);
    said.add(await sentence(page));
  }
  await page.mouse.up();
  expect(said.size).toBe(7);
  expect(asked().slice(before)).toEqual([]);
});

test("a slot chip chooses the slot on every day, and pressing it again lets it go", async () => {
  const page = await at();
  const night = page.getByRole("button", { name: "notte 22–06" });
  await night.click();
  expect([chosen(page, "hours"), chosen(page, "repeat")]).toEqual(["mon-22-06", "daily"]);
  expect(await night.getAttribute("aria-pressed")).toBe("true");
  expect(await sentence(page)).toMatch(/^Ogni giorno tra le 22 e le 6 /);
  await night.click();
  await expect.poll(() => chosen(page, "hours")).toBeNull();
});

test("the name of a day chooses the whole day, and a repeat spreads an hour over the working days", async () => {
  const page = await at();
  await page.getByRole("button", { name: "Scegli domenica, tutto il giorno" }).click();
  await expect.poll(() => chosen(page, "hours")).toBe("sun-06-06");
  expect(await sentence(page)).toMatch(/^La domenica /);
  await dragHours(page, [2, 15], [2, 15]);
  await page.getByRole("button", { name: "feriali", exact: true }).click();
  expect(await sentence(page)).toMatch(/^Nei giorni feriali tra le 15 e le 16 /);
  expect(await page.locator(".strip-frame").count()).toBe(5);
});

test("arrows move the hours, with Shift lengthen them, Page changes day, Esc shows the whole week", async () => {
  const page = await at("?hours=fri-22-24");
  await page.getByRole("slider", { name: "Ore scelte" }).focus();
  for (const [key, hours] of [
    ["ArrowRight", "fri-23-01"],
    ["Shift+ArrowRight", "fri-23-02"],
    ["PageUp", "thu-23-02"],
    ["Shift+ArrowLeft", "thu-23-01"],
    ["Escape", null],
  ] as const) {
    await page.keyboard.press(key);
    expect([key, chosen(page, "hours")]).toEqual([key, hours]);
  }
  expect(await sentence(page)).toMatch(/^In una settimana /);
});

test("play runs through the hours without writing the address, and stopping chooses the hour shown", async () => {
  const page = await at("?hours=wed-09-10");
  await page.waitForLoadState("networkidle");
  const before = asked().length;
  await page.getByRole("button", { name: "Scorri la settimana ora per ora" }).click();
  await page.locator(".strip-flag", { hasText: "mer 10–11" }).waitFor();
  await page.locator(".strip-flag", { hasText: "mer 11–12" }).waitFor();
  await expect.poll(() => chosen(page, "hours")).toBe("wed-09-10");
  await page.getByRole("button", { name: "Ferma" }).click();
  const stopped = chosen(page, "hours");
  expect(stopped).toMatch(/^wed-1[1-5]-1[2-6]$/);
  await page.waitForTimeout(1300);
  await expect.poll(() => chosen(page, "hours")).toBe(stopped);
  expect(asked().slice(before)).toEqual([]);
});

test("back returns to the hours chosen before, forward to the later ones", async () => {
  const page = await at("?hours=tue-10-12");
  await dragHours(page, [5, 18], [5, 20]);
  await expect.poll(() => chosen(page, "hours")).toBe("sat-18-21");
  await page.goBack();
  await expect.poll(() => chosen(page, "hours")).toBe("tue-10-12");
  await page.locator(".strip-flag", { hasText: "mar 10–12" }).waitFor();
  await page.goForward();
  await page.locator(".strip-flag", { hasText: "sab 18–21" }).waitFor();
});

test("hours in which nobody serves say so, and lead back to the whole week", async () => {
  const page = await at("?hours=sun-04-05&services=cs");
  const notice = page.locator(".notice", { hasText: "Nessun turno in queste ore." });
  await notice.getByRole("button", { name: "Guarda tutta la settimana" }).click();
  await notice.waitFor({ state: "detached" });
  expect([chosen(page, "hours"), chosen(page, "services")]).toEqual([null, "cs"]);
});

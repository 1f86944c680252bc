import type { Page } from "playwright-core";
import { type Strip, xOf } from "../../client/panels/strip/stripGeometry.ts";

/** A point of the strip in the middle of an hour: day 0 = Monday, hour by the clock; days begin at six. */
export async function stripPoint(page: Page, day: number, hour: number): Promise<{ x: number; y: number }> {
  const box = await page.locator(".strip-lane").boundingBox();
  if (!box) throw new Error("the strip is not on the screen");
  const strip: Strip = { width: box.width, gap: 7, days: [0, 1, 2, 3, 4, 5, 6] };
  const place = day * 24 + ((hour - 6 + 24) % 24);
  return { x: box.x + (xOf(strip, place) + xOf(strip, place + 1)) / 2, y: box.y + 12 };
}

/** Drags from the middle of one hour to the middle of another, with stops on the way. */
export async function dragHours(
  page: Page,
  [fromDay, fromHour]: [number, number],
  [toDay, toHour]: [number, number],
): Promise<void> {
  const [from, to] = [await stripPoint(page, fromDay, fromHour), await stripPoint(page, toDay, toHour)];
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(to.x, to.y, { steps: 6 });
  await page.mouse.up();
}

import type { Found } from "./found.ts";

/** Digits with what people write between them; a colon or a comma ends a number. */
const runs = /[+(]{0,2}\d(?:[ ./()_\-\u00a0–]{0,3}\d){5,}/g;
const dates =
  /(?<!\d)(?:\d{1,2}[/._-]\d{1,2}[/._-](?:19|20)\d{2}|[0-3]\d[01]\d(?:19|20)\d{2}|(?:19|20)\d{2}[/._-]?\d{2}[/._-]?\d{2}|\d{1,2}[/._-]\d{1,2}[/._-]\d{2})(?!\d)/g;
const said = /(?<![a-zà-ù])(?:tel|cell|chiam|phone|numero|whatsapp|fax|mobile|recapit)[^\d]{0,20}$/i;

/**
 * Telephone numbers and health cards in a text: Italian mobiles (3xx and 6–7 digits) and landlines, international ones
 * with + or 00, 20 digits beginning with 8038. Dates are not taken for numbers.
 */
export function numbersIn(text: string): Found[] {
  return [...text.matchAll(runs)].flatMap(({ index, 0: run }) => {
    const bare = run.replaceAll(dates, (date) => "|".repeat(date.length));
    const before = said.test(text.slice(Math.max(0, index - 30), index));
    return [...cardsIn(bare, index), ...phonesIn(bare, { index, said: before })];
  });
}

function cardsIn(run: string, index: number): Found[] {
  const card = /(?<!\d)8(?:[ .-]?0)(?:[ .-]?3)(?:[ .-]?8)(?:[ .-]?\d){16}(?!\d)/.exec(run);
  if (!card) return [];
  return [{ type: "health_card", from: index + card.index, to: index + card.index + card[0].length }];
}

type Token = { digits: string; from: number; to: number; plus: boolean; free: boolean };

/** A number is one or more groups of digits in a row, the first at the beginning or after a space or a bracket. */
function phonesIn(run: string, { index, said }: { index: number; said: boolean }): Found[] {
  const groups = [...run.matchAll(/\d+/g)].map(
    ({ index: at, 0: digits }): Token => ({
      digits,
      from: at,
      to: at + digits.length,
      plus: run[at - 1] === "+" || run.slice(at - 2, at) === "+(",
      free: at === 0 || /[\s(+|_]/.test(run[at - 1] ?? ""),
    }),
  );
  const found: Found[] = [];
  for (let first = 0; first < groups.length; first++) {
    const last = lastOfPhone(run, groupsFrom(groups, first), said);
    if (last === null) continue;
    const [from, to] = [groups[first]?.from ?? 0, groups[first + last]?.to ?? 0];
    found.push({ type: "phone", from: index + from, to: index + to });
    first += last;
  }
  return found;
}

/** A number has eight groups at most, or each of its digits stands alone. */
function groupsFrom(groups: readonly Token[], first: number): readonly Token[] {
  const most = groups.slice(first, first + 14);
  const longer = most.findIndex(({ digits }) => digits.length > 1);
  return longer === -1 ? most : most.slice(0, Math.max(8, longer));
}

/** How many groups after the first the longest number goes on; null when none begins here. */
function lastOfPhone(run: string, groups: readonly Token[], said: boolean): number | null {
  const [first] = groups;
  if (!first?.free) return null;
  let digits = "";
  let longest: number | null = null;
  for (const [i, group] of groups.entries()) {
    const before = groups[i - 1];
    if (before && run.slice(before.to, group.from).includes("|")) break;
    digits += group.digits;
    if (digits.length > 17) break;
    const only = groups.slice(0, i + 1);
    if (isPhone(digits, { plus: first.plus, groups: only, said })) longest = i;
  }
  return longest;
}

type Written = { plus: boolean; groups: readonly Token[]; said: boolean };

function isPhone(digits: string, { plus, groups, said }: Written): boolean {
  if (plus) return digits.length >= 8 && digits.length <= 15;
  if (/^00[1-9]\d{8,12}$/.test(digits)) return true;
  if (/^(?:39)?3[1-9]\d{7,8}$/.test(digits)) return true;
  if (said && /^\d{6,12}$/.test(digits)) return true;
  if (!/^0[1-9]\d{6,9}$/.test(digits)) return false;
  return groups.length === 1 || groups.some((group) => group.digits.length >= 3);
}

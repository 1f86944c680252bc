/** A text as rules read it, and where each of its characters stood in what was written. */
export type Readable = { text: string; at: readonly number[] };

/** Characters that show nothing: zero-width ones, soft hyphens, marks of direction, variation selectors. */
const unseen = /\u034f|[\ufe00-\ufe0f]|[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]/;

/**
 * A text with full-width digits, ligatures and the like made plain (NFKC) and what shows nothing left out, so that a
 * number cannot hide in how it is written.
 * @returns `at[i]`: index in `written` of the character that made `text[i]`; one more for the end
 */
export function readable(written: string): Readable {
  if (/^[\x20-\x7e]*$/.test(written))
    return { text: written, at: Array.from(written, (_, i) => i).concat(written.length) };
  const at: number[] = [];
  let text = "";
  let index = 0;
  for (const character of written) {
    const plain = unseen.test(character) ? "" : character.normalize("NFKC");
    for (let i = 0; i < plain.length; i++) at.push(index);
    text += plain;
    index += character.length;
  }
  return { text, at: [...at, written.length] };
}

/**
 * The letters and digits of a text in capitals, without what people put between the parts of a code.
 * @param between matches one character that is left out
 * @returns `at[i]`: index in the given text of the character that made `text[i]`; one more for the end
 */
export function packed({ text }: Readable, between: RegExp): Readable {
  const at: number[] = [];
  let kept = "";
  for (let i = 0; i < text.length; i++) {
    const character = text[i] ?? "";
    if (between.test(character)) continue;
    at.push(i);
    kept += character.toUpperCase().slice(0, 1);
  }
  return { text: kept, at: [...at, text.length] };
}

import type { Network } from "../../domain/network.ts";

/** A word as people write it: spaces, capitals and the way accents are encoded do not matter; accents do. */
export function plain(text: string): string {
  return text.normalize("NFC").trim().replaceAll(/\s+/g, " ").toLowerCase();
}

/** What a file says → the id it means, undefined when the network has no such word. */
export type WordFinder = (said: string) => string | undefined;

type Word = {
  id: string;
  name: string;
  name_it?: string | undefined;
  name_en?: string | undefined;
  initials?: string;
};

/** Ids first, then names, then initials; a name two words share means neither. `values` (said → id or name) come before all. */
export function wordFinder(
  words: readonly Word[],
  values: Readonly<Record<string, string>> = {},
): WordFinder {
  const known = new Map(words.map((word) => [plain(word.id), word.id]));
  addUnshared(known, words, (word) => [word.name, word.name_it, word.name_en]);
  addUnshared(known, words, (word) => [word.initials]);
  const mapped = new Map(
    Object.entries(values).map(([said, meant]) => [plain(said), known.get(plain(meant))]),
  );
  return (said) => {
    const key = plain(said);
    return mapped.get(key) ?? known.get(key);
  };
}

/** The words of a network a file may use, by field. */
export function wordsOf(network: Network): Record<string, readonly Word[]> {
  return {
    zone: network.zones,
    zones: network.zones,
    slot: network.slots,
    service: network.services,
    handover: network.services,
    need: network.needs,
    band: ["1", "2-4", "5-9", "10-19", "20+"].map((id) => ({ id, name: id.replace("-", "–") })),
    outcome: ["contact", "accompanied", "handed_over", "refused", "none"].map((id) => ({
      id,
      name: id.replace("_", " "),
    })),
  };
}

function addUnshared(
  known: Map<string, string>,
  words: readonly Word[],
  saidBy: (word: Word) => (string | undefined)[],
): void {
  const taken = new Map<string, Set<string>>();
  for (const word of words) {
    const keys = saidBy(word).flatMap((said) => (said === undefined ? [] : [plain(said)]));
    for (const key of keys) taken.set(key, (taken.get(key) ?? new Set()).add(word.id));
  }
  for (const [key, ids] of taken) {
    const [id] = ids;
    if (ids.size === 1 && id !== undefined && !known.has(key)) known.set(key, id);
  }
}

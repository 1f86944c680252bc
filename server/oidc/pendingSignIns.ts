import { randomBytes } from "node:crypto";
import type { Asked } from "./provider.ts";

/** Somebody on the way to the provider and back; `to`: the address to stand at afterwards. */
type Pending = { asked: Asked; redirect: string; to: string; until: number };

export const MINUTES = 10;
const MOST = 1000;

/** Sign-ins under way: kept in memory, each taken up once, the oldest forgotten when there are too many. */
export function pendingSignIns(now: () => number) {
  const kept = new Map<string, Pending>();
  return {
    keep: (pending: Omit<Pending, "until">): string => {
      for (const oldest of kept.size >= MOST ? [...kept.keys()].slice(0, 1) : []) kept.delete(oldest);
      const token = randomBytes(32).toString("base64url");
      kept.set(token, { ...pending, until: now() + MINUTES * 60_000 });
      return token;
    },
    take: (token: string | undefined): Omit<Pending, "until"> | null => {
      const found = token === undefined ? undefined : kept.get(token);
      if (token !== undefined) kept.delete(token);
      return found && found.until > now() ? found : null;
    },
  };
}

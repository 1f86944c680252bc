import { createHash } from "node:crypto";
import { type Guess, guessOf } from "../../domain/disclosure/score.ts";
import type { Network } from "../../domain/network.ts";
import { perturbed, ruleOf } from "../gate/perturbed.ts";

/** A count as a gate publishes it in one period: `ks` is what the records' keys add up to. */
export type PublishOnce = (cell: { id: string; n: number; ks: bigint }) => number | null;

export const documented = (secret: Uint8Array, { disclosure }: Pick<Network, "disclosure">): PublishOnce => {
  const rule = ruleOf(disclosure);
  return (cell) => perturbed(secret, cell, rule);
};

/**
 * A10: someone who can record adds one more made-up record to a small cell every period until a number appears, and takes
 * the made-up ones off. Tried on cells that hold 0, 1 or 2 of their own in every period.
 */
export function padded(publish: PublishOnce, { cells, seed }: { cells: number; seed: number }): Guess[] {
  return Array.from({ length: cells }, (_, cell) => {
    const truth = cell % 3;
    for (let dummies = 0; dummies < 40; dummies++) {
      const id = `padding ${seed} ${cell} ${dummies}`;
      const ks = createHash("sha256").update(id).digest().readBigUInt64LE();
      const value = publish({ id, n: truth + dummies, ks });
      if (value !== null) return guessOf(truth, value - dummies);
    }
    return guessOf(truth, 1);
  });
}

import { gammaTails } from "./gamma.ts";

/**
 * How likely a standard normal score is so far from 0 or farther, on either side: accurate in the far tails, as the upper
 * tail of z² under chi-squared with one degree of freedom.
 * @see R 2 * pnorm(-abs(z)); DLMF 7.11
 */
export const twoSided = (z: number): number => gammaTails({ shape: 0.5, rate: 0.5 }, z * z).upper;

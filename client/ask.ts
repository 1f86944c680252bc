import * as z from "zod/mini";

/** A question for advice: hours a week, in shifts of how many, at any hour or `here`, in the chosen ones. */
export type Ask = { hours: number; shortest: number; longest: number; here: boolean };

/** Reads it from the address: "6.2-4.here". */
export const ask = z.pipe(
  z.string().check(z.regex(/^([0-9]|[1-3][0-9]|40)\.([1-9]|1[0-2])-([1-9]|1[0-2])(\.here)?$/)),
  z.transform((text, context): Ask => {
    const [hours = 0, shortest = 0, longest = 0] = text.split(/[.-]/).map(Number);
    if (shortest <= longest) return { hours, shortest, longest, here: text.endsWith("here") };
    context.issues.push({ code: "custom", input: text, message: "the shortest shift is the longer one" });
    return z.NEVER;
  }),
);

/** Writes it as `ask` reads it. */
export const formatAsk = ({ hours, shortest, longest, here }: Ask) =>
  `${hours}.${shortest}-${longest}${here ? ".here" : ""}`;

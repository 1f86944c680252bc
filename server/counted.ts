/** A number with its noun and, after it, its verb: `counted(1, "row")` → "1 row"; `counted(2, "row lies", "rows lie")` → "2 rows lie". */
export const counted = (count: number, one: string, many = `${one}s`): string =>
  `${count} ${count === 1 ? one : many}`;

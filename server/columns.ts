import { z } from "zod";

type Columns<S extends z.ZodRawShape> = { [K in keyof S]: z.output<S[K]>[] };

/** Rows turned on their side, `{ zone: […], value: […] }`: a table travels without repeating its column names. */
export function columns<S extends z.ZodRawShape>(row: z.ZodObject<S>): z.ZodType<Columns<S>> {
  const shape = Object.fromEntries(
    Object.entries(row.shape).map(([key, type]) => [key, z.array(type as z.ZodType)]),
  );
  return z.object(shape) as unknown as z.ZodType<Columns<S>>;
}

columns.of = <S extends z.ZodRawShape>(row: z.ZodObject<S>, table: z.output<z.ZodObject<S>>[]): Columns<S> =>
  Object.fromEntries(
    Object.keys(row.shape).map((key) => [key, table.map((line) => (line as Record<string, unknown>)[key])]),
  ) as Columns<S>;

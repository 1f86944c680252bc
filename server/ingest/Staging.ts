import { append, type Db } from "../db.ts";

/** One row on its way in, in the order of the staging table's columns. */
export type StagedRow = readonly (string | number | bigint | null)[];

const batch = 8192;

/** Rows gathered by column and appended to a TEMP table a batch at a time. */
export class Staging {
  private readonly db: Db;
  private readonly table: string;
  private columns: StagedRow[number][][] = [];

  constructor(db: Db, table: string) {
    this.db = db;
    this.table = table;
  }

  /** @returns whether a batch is full and should be flushed */
  add(rows: readonly StagedRow[]): boolean {
    for (const row of rows) {
      if (this.columns.length === 0) this.columns = row.map(() => []);
      row.forEach((value, i) => {
        this.columns[i]?.push(value);
      });
    }
    return (this.columns[0]?.length ?? 0) >= batch;
  }

  async flush(): Promise<void> {
    if (this.columns.length > 0) await append(this.db, this.table, this.columns);
    this.columns = [];
  }
}

import { randomUUID } from "node:crypto";
import { join } from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
import { afterAll, beforeAll, bench, describe } from "vitest";
import { importObservations } from "../server/ingest/importObservations.ts";
import { simulatedCesena } from "./cesena.ts";

const few = { iterations: 5, warmupIterations: 1, time: 0, warmupTime: 0 };

let cesena: Awaited<ReturnType<typeof simulatedCesena>>;
beforeAll(async () => {
  cesena = await simulatedCesena();
});
afterAll(() => cesena.remove());

describe("two years of observations come in", () => {
  bench(
    "import: read, checked row by row, unknowns and duplicates found, into an empty vault",
    async () => {
      await importObservations(cesena.into(join(cesena.folder, randomUUID()), cesena.observations));
    },
    few,
  );

  bench(
    "DuckDB: CREATE TABLE AS SELECT * FROM read_csv of the same file",
    async () => {
      const instance = await DuckDBInstance.create(join(cesena.folder, `${randomUUID()}.duckdb`));
      const connection = await instance.connect();
      await connection.run(`CREATE TABLE t AS SELECT * FROM read_csv('${cesena.observations}')`);
      connection.closeSync();
      instance.closeSync();
    },
    few,
  );
});

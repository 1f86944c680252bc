import { existsSync } from "node:fs";
import { mkdir, readFile, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
import type { Network } from "../../domain/network.ts";
import { importObservations } from "../../server/ingest/importObservations.ts";
import type { ImportReport } from "../../server/ingest/report.ts";
import { bostonMapping, departments, groups, needs } from "./bostonWords.ts";

const folder = join(import.meta.dirname, "..", "..", "..", "shared", "data", "boston");

/** Real input nobody here wrote; it never enters the project (its terms are not verified), so it may be absent. */
export const boston = {
  requests: join(folder, "boston311_2011_jul_dec.csv.gz"),
  zones: join(folder, "boston_neighborhoods_bpda_2020tracts.geojson"),
  population: join(folder, "boston_neighborhood_population.csv"),
};

/** Why the Boston tests cannot run here, null when they can. */
export const bostonMissing = existsSync(boston.requests)
  ? null
  : `real data not found: ${folder} (see data/README.md); the Boston tests are skipped`;

const slots = [
  { id: "morning", name: "Morning", from: 6, to: 12 },
  { id: "afternoon", name: "Afternoon", from: 12, to: 18 },
  { id: "evening", name: "Evening", from: 18, to: 22 },
  { id: "night", name: "Night", from: 22, to: 6 },
];

const views = {
  week: [[], ["need"], ["group"]],
  month: [["zone"], ["need"]],
  quarter: [["zone", "slot", "need"], ["zone", "need"], ["zone", "slot"], ["slot", "weekpart"], []],
  year: [["zone", "need"]],
};

/** Writes the network folder of Boston: 23 zones, 11 departments as services, eleven needs in five groups. */
export async function writeBostonNetwork(to: string): Promise<string> {
  await mkdir(to, { recursive: true });
  const write = (name: string, text: string) => writeFile(join(to, name), text);
  await write("network.json", JSON.stringify(networkFile, null, 2));
  await write("zones.geojson", await zonesFile());
  const all = needs.map(({ id }) => id).join(";");
  const services = departments.map(({ id, name, initials }, i) => {
    const color = `#${(0x335577 + i * 0x0f1a23).toString(16).slice(0, 6)}`;
    return `${id},${name},${initials},city,${all},${color},,,`;
  });
  await write("services.csv", lines("id,name,initials,aims,needs,color,phone,email,url", services));
  await write("aims.csv", "a,b,relation\ncity,city,complementary\n");
  await write(
    "needs.csv",
    lines(
      "id,name,group,sensitive",
      needs.map(({ id, name, group }) => `${id},${name},${group},false`),
    ),
  );
  await write(
    "schedules.csv",
    "id,service,zones,freq,interval,byday,bymonthday,wkst,dtstart,until,valid_from,valid_to,opens_at,closes_at,holidays,exceptions\n",
  );
  return to;
}

/** The mapping of the file's columns and of its 11 departments and 141 types to the words of the network. */
export const readBostonMapping = async () => bostonMapping(await typesOf());

/** Imports the 58,251 requests (by a link beside the data folder, as refused rows go beside the file) and tells how long it took, beside DuckDB reading the same file. */
export async function measureImport(network: Network, data: string) {
  const { map, values } = await readBostonMapping();
  const file = `${data}.csv.gz`;
  await symlink(boston.requests, file);
  const options = { file, network, data, mapping: map, values, dryRun: false };
  const started = performance.now();
  const report: ImportReport = await importObservations({ ...options, today: "2012-03-01" });
  const imported = performance.now() - started;
  const read = performance.now();
  await askDuckDb(`CREATE TABLE t AS SELECT * FROM read_csv('${boston.requests}')`);
  return { report, importMs: imported, readCsvMs: performance.now() - read };
}

/** Rows of a question to another DuckDB, which knows nothing of this project. */
export async function askDuckDb(question: string): Promise<Record<string, unknown>[]> {
  const instance = await DuckDBInstance.create(":memory:");
  const connection = await instance.connect();
  const answer = await connection.runAndReadAll(question);
  connection.closeSync();
  instance.closeSync();
  return answer.getRowObjectsJS();
}

export const slug = (name: string): string => name.toLowerCase().replaceAll(/[^a-z0-9]+/g, "-");

async function typesOf(): Promise<string[]> {
  const found = await askDuckDb(`SELECT DISTINCT type FROM read_csv('${boston.requests}') ORDER BY type`);
  return found.map(({ type }) => String(type));
}

async function zonesFile(): Promise<string> {
  const population = new Map(
    (await readFile(boston.population, "utf8"))
      .split(/\r?\n/)
      .slice(1)
      .map((line) => line.split(","))
      .map(([name, , in2010]) => [name, Number(in2010) || null]),
  );
  const { features } = JSON.parse(await readFile(boston.zones, "utf8"));
  return JSON.stringify({
    type: "FeatureCollection",
    features: features.map(
      ({ properties: { name }, geometry }: GeoJSON.Feature & { properties: { name: string } }) => ({
        type: "Feature",
        properties: { id: slug(name), name, population: population.get(name) ?? null, approximate: false },
        geometry,
      }),
    ),
  });
}

const networkFile = {
  ...{ id: "boston", name: "Boston 311", locale: "en", timezone: "America/New_York", country: "US" },
  ...{ simulated: false, day_start: 6, slots, groups, shelf_life_weeks: 8 },
  aims: [{ id: "city", name: "City services" }],
  disclosure: {
    ...{ perturbation: { D: 6, V: 4, js: 0 }, floor: 2, threshold: 5, views },
    sensitive: {
      ...{ perturbation: { D: 8, V: 6, js: 0 }, floor: 4, threshold: 10 },
      views: { week: [], month: [], quarter: [], year: [] },
    },
  },
  attribution: "Analyze Boston 311 (2011); zones: Boston Planning & Development Agency",
};

const lines = (header: string, rows: string[]): string => [header, ...rows, ""].join("\n");

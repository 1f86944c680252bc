import { readdir } from "node:fs/promises";
import { AimRelation, Need, type Network, Schedule, Service } from "../../domain/network.ts";
import { checkContinent, checkOverlaps } from "./checkPlaces.ts";
import { checkReferences, type Parts } from "./checkReferences.ts";
import { checkSchedules } from "./checkSchedules.ts";
import { doubtfulSchedules } from "./doubtfulSchedules.ts";
import { NetworkRefused, type Problem, type Warning } from "./NetworkRefused.ts";
import { readJson } from "./readJson.ts";
import { readNetworkFile } from "./readNetworkFile.ts";
import { type Records, readTable } from "./readTable.ts";
import { readText } from "./readText.ts";
import { readZones, ZONES } from "./readZones.ts";
import { tooSmall, unknownSizes } from "./zoneSizes.ts";

const plain = { lists: [], numbers: [], booleans: [] };
const tables = {
  services: { ...plain, file: "services.csv", schema: Service, lists: ["aims", "needs"] },
  relations: { ...plain, file: "aims.csv", schema: AimRelation },
  needs: { ...plain, file: "needs.csv", schema: Need, booleans: ["sensitive", "retired"] },
  schedules: {
    ...plain,
    file: "schedules.csv",
    schema: Schedule,
    lists: ["zones", "exceptions"],
    numbers: ["interval"],
  },
};

/** A network, and what in its folder is allowed and probably not meant. */
type LoadedNetwork = Network & { warnings: readonly Warning[] };

/**
 * Reads and checks a network folder, whole.
 * @throws NetworkRefused with every problem found, when there is any; then nothing is loaded
 */
export async function loadNetwork(dir: string): Promise<LoadedNetwork> {
  await checkFolder(dir);
  const problems: Problem[] = [];
  const parts = await readParts(dir, problems);
  problems.push(
    ...none("services.csv", parts.services),
    ...none("needs.csv", parts.needs),
    ...checkReferences(parts),
    ...checkSchedules(parts.schedules.rows),
    ...checkContinent(parts.zones.rows, parts.network?.timezone ?? ""),
    ...checkOverlaps(parts.zones.rows),
    ...tooSmall(parts.zones.rows),
  );
  if (!parts.network || problems.length > 0) throw new NetworkRefused(dir, inOrder(problems));
  return {
    ...parts.network,
    zones: values(parts.zones),
    services: values(parts.services),
    relations: values(parts.relations),
    needs: values(parts.needs),
    schedules: whileOpen(values(parts.schedules), values(parts.services)),
    warnings: [
      ...doubtfulSchedules(parts.schedules.rows, parts.network),
      ...(parts.network.simulated ? [] : unknownSizes(parts.zones.rows)),
    ],
  };
}

const unreadable = { rows: [], ids: null };

async function readParts(dir: string, problems: Problem[]): Promise<Parts> {
  const network = await readText(dir, "network.json", problems);
  const zones = await readText(dir, ZONES, problems);
  const services = await readText(dir, tables.services.file, problems);
  const relations = await readText(dir, tables.relations.file, problems);
  const needs = await readText(dir, tables.needs.file, problems);
  const schedules = await readText(dir, tables.schedules.file, problems);
  return {
    network: network === null ? null : readNetworkFile(network, problems),
    zones: zones === null ? unreadable : zonesOf(zones, problems),
    services: services === null ? unreadable : readTable(services, tables.services, problems),
    relations: relations === null ? unreadable : readTable(relations, tables.relations, problems),
    needs: needs === null ? unreadable : readTable(needs, tables.needs, problems),
    schedules: schedules === null ? unreadable : readTable(schedules, tables.schedules, problems),
  };
}

function zonesOf(text: string, problems: Problem[]): Parts["zones"] {
  const raw = readJson(text, ZONES, problems);
  return raw === undefined ? unreadable : readZones(raw, problems);
}

async function checkFolder(dir: string): Promise<void> {
  const refuse = (problem: string, remedy: string): never => {
    throw new NetworkRefused(dir, [
      { kind: "file", file: "", where: "", field: "", value: "", problem, remedy },
    ]);
  };
  const found = await readdir(dir).catch(({ code }: NodeJS.ErrnoException) => code ?? "");
  if (found === "ENOTDIR") refuse("is a file, not a folder", "Name the folder that holds network.json.");
  if (found === "EACCES") refuse("cannot be read", "Give the user who runs Sguardo the right to read it.");
  if (typeof found === "string")
    refuse("there is no such folder", "Check the path given to --network (or SGUARDO_NETWORK).");
}

function none(file: string, { ids, rows }: Records<unknown>): Problem[] {
  if (rows.length > 0 || ids === null || ids.size > 0) return [];
  return [
    {
      kind: "no_rows",
      file,
      where: "",
      field: "",
      value: "",
      problem: "has no row",
      remedy: "Add at least one under the first line.",
    },
  ];
}

/** Nothing is planned after the last day of a service. */
function whileOpen(schedules: readonly Schedule[], services: readonly Service[]): Schedule[] {
  const ends = new Map(services.map(({ id, valid_to }) => [id, valid_to]));
  return schedules.flatMap((schedule) => {
    const end = ends.get(schedule.service);
    if (end === undefined || (schedule.valid_to !== null && schedule.valid_to <= end)) return [schedule];
    return schedule.dtstart > end ? [] : [{ ...schedule, valid_to: end }];
  });
}

const ORDER = ["network.json", ZONES, ...Object.values(tables).map(({ file }) => file)];

function inOrder(problems: Problem[]): Problem[] {
  return problems.toSorted((a, b) => ORDER.indexOf(a.file) - ORDER.indexOf(b.file));
}

function values<T>({ rows }: Records<T>): T[] {
  return rows.map(({ value }) => value);
}

import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { formatLocal } from "../../domain/civilTime.ts";
import type { Network } from "../../domain/network.ts";
import { type SimulationOptions, simulate } from "./simulate.ts";
import type { Truths } from "./truths.ts";

/** Writes observations.csv, outings.csv and truths.json into the folder `out`, which is made if missing. */
export async function writeSimulation(
  network: Network,
  options: SimulationOptions & { out: string },
): Promise<{ observations: number; outings: number; truths: Truths }> {
  const { observations, outings, truths } = simulate(network, options);
  const seen = observations.map((row) =>
    [row.date, row.slot, row.zone, row.service, row.need, row.band, row.outcome, row.handover].join(","),
  );
  const local = (instant: number) => formatLocal(instant, network.timezone);
  const went = outings.map(({ service, zones, start, end }) =>
    [service, zones.join(";"), local(start), local(end)].join(","),
  );
  await mkdir(options.out, { recursive: true });
  const write = (name: string, lines: string[]) =>
    writeFile(join(options.out, name), `${lines.join("\n")}\n`);
  await write("observations.csv", ["date,slot,zone,service,need,band,outcome,handover", ...seen]);
  await write("outings.csv", ["service,zones,from,to", ...went]);
  await write("truths.json", [JSON.stringify(truths, null, 2)]);
  return { observations: seen.length, outings: went.length, truths };
}

import { Command } from "commander";
import { counted } from "../counted.ts";
import { checkViews } from "../gate/checkViews.ts";
import { loadBasemap } from "../network/basemap.ts";
import { loadNetwork } from "../network/loadNetwork.ts";
import { describe } from "../network/NetworkRefused.ts";
import { say } from "./options.ts";

/** `check DIR`: validates a network folder and its published views; starts and writes nothing. */
export const checkCommand = (): Command =>
  new Command("check")
    .description("validate a network folder and its list of published views")
    .argument("<dir>", "network folder")
    .action(async (dir: string) => {
      const network = await loadNetwork(dir);
      const layers = Object.keys(await loadBasemap(dir));
      const views = checkViews(network).filter(({ published }) => published);
      const { zones, services, needs, schedules } = network;
      say(
        `${network.name}: ${counted(zones.length, "zone")}, ${counted(services.length, "service")}, ${counted(needs.length, "need")}, ${counted(schedules.length, "schedule")}, ${counted(layers.length, "basemap layer")}.`,
      );
      const least = Math.min(...views.map(({ sd }) => sd));
      say(
        `${counted(views.length, "published view")}; the least protected hidden cell has a standard deviation of ${least.toFixed(2)} (2 or more).`,
      );
      for (const warning of network.warnings) say(describe(warning));
      say("The folder is good.");
    });

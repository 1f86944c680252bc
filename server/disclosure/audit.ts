import { localOf } from "../../domain/civilTime.ts";
import type { Network } from "../../domain/network.ts";
import { createApp } from "../app.ts";
import { version } from "../config.ts";
import { checkViews } from "../gate/checkViews.ts";
import { closedPeriods } from "../sources.ts";
import { copyForAudit } from "./auditCopy.ts";
import { auditedCells } from "./audited.ts";
import type { Outcome } from "./outcome.ts";
import type { Report } from "./report.ts";
import { STEPS } from "./suite.ts";
import { asTheySay, behindPort } from "./wire.ts";

type Audit = {
  network: Network;
  /** The network whose lattice a day counted in; without one, always the same. */
  networkOn?: (day: string) => Network;
  data: string;
  /** How often the noise is drawn, the published one included. */
  seeds: number;
  /** Which attacks are about to be made, and which of how many steps that is. */
  onStep: (attacks: string, done: number, total: number) => void;
};

/** Attacks a network's own published cells, on a copy of its data behind a port of this machine. The data folder is only read. */
export async function audit({ network: today, networkOn, data, seeds, onStep }: Audit): Promise<Report> {
  const copy = await copyForAudit(data, today);
  try {
    const newest = (await closedPeriods(copy.published)).find(({ kind }) => kind === "quarter");
    const network = (newest && networkOn?.(newest.from)) ?? today;
    const server = await behindPort(
      createApp({ network, published: copy.published, basemap: {} }, asTheySay),
    );
    try {
      const { ask } = server;
      const audited = await auditedCells({ copy, network, ask, seeds });
      const outcomes: Outcome[] = [];
      for (const [done, [attacks, attack]] of STEPS.entries()) {
        onStep(attacks, done, STEPS.length);
        outcomes.push(...(await attack({ audited, copy, ask, seeds })));
      }
      const { quarter, draws } = audited;
      const date = localOf(Date.now(), network.timezone).date;
      return {
        ...{ network, version, date, quarter, outcomes },
        draws: draws.length,
        views: checkViews(network),
      };
    } finally {
      await server.stop();
    }
  } finally {
    await copy.remove();
  }
}

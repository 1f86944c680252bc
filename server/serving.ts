import type { Network } from "../domain/network.ts";
import { bringPresenceUpToDate } from "./bringPresenceUpToDate.ts";
import { closeDue } from "./closeDue.ts";
import type { Db } from "./db.ts";
import type { InForce } from "./editions/networkInForce.ts";
import { scheduleCloses } from "./gate/scheduleCloses.ts";
import type { InTurn } from "./oneByOne.ts";
import { readings } from "./readings/readings.ts";
import type { Lang } from "./startWords.ts";

type Open = Pick<InForce, "network" | "networkOn"> & {
  published: Db;
  data: string;
  lang: Lang;
  /** The vault is opened by one after the other. */
  atVault: InTurn;
  /** After periods were closed, before they are read: the vault is shut. */
  afterClose: (closed: readonly string[]) => Promise<void>;
  /** What is done once a night with that network, asked every hour. */
  atNight: (network: Network) => (now: number) => Promise<void>;
};

/** What goes on beside the answers of one network: closes on time, presence of what was closed, readings. */
export type Serving = {
  readings: ReturnType<typeof readings>;
  start: () => Promise<void>;
  stop: () => Promise<void>;
};

export function serving(open: Open): Serving {
  const { network, networkOn, published, data, lang, afterClose, atVault } = open;
  const atNight = open.atNight(network);
  const reading = readings({ network, published, data, lang });
  let schedule: ReturnType<typeof scheduleCloses> | null = null;
  return {
    readings: reading,
    start: async () => {
      await atVault(reading.start);
      schedule = scheduleCloses(network, async () => {
        const closed = await atVault(() => closeDue({ network, networkOn, published, data, lang }));
        if (closed.length > 0) {
          await bringPresenceUpToDate(published, network, networkOn);
          await afterClose(closed);
        }
        if (reading.pending() === null) await atVault(() => atNight(Date.now()));
        await atVault(reading.start);
      });
    },
    stop: async () => {
      await schedule?.stop();
      await reading.stop();
    },
  };
}

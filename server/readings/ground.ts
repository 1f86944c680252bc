import { type Lattice, latticeOf } from "../../domain/lattice.ts";
import type { Disclosure, Need, Network, Service, Zone } from "../../domain/network.ts";

/** What a worker knows of the network it reads for; the indices of columns are positions in these lists. */
export type Ground = {
  zones: Pick<Zone, "id" | "label" | "geometry">[];
  slots: number;
  needs: Pick<Need, "id" | "sensitive">[];
  services: Pick<Service, "id" | "needs">[];
  disclosure: Disclosure;
  lattice: Lattice;
  secret: Uint8Array;
};

export const groundOf = (network: Network, secret: Uint8Array): Ground => ({
  zones: network.zones.map(({ id, label, geometry }) => ({ id, label, geometry })),
  slots: network.slots.length,
  needs: network.needs.map(({ id, sensitive }) => ({ id, sensitive })),
  services: network.services.map(({ id, needs }) => ({ id, needs })),
  disclosure: network.disclosure,
  lattice: latticeOf(network),
  secret: Uint8Array.from(secret),
});

/** The services able to record a need: whose hours count, and whose records. */
export const ableTo = ({ services }: Pick<Ground, "services">, need: string): number[] =>
  services.flatMap(({ needs }, i) => (needs.includes(need) ? [i] : []));

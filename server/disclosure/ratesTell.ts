import type { Audited } from "./audited.ts";
import type { Outcome } from "./outcome.ts";
import type { Ask } from "./wire.ts";

type Side = { shown: number; hours: number; rate: number | null };
type Zone = { zone: string; a: Side; b: Side };

/**
 * A12: rates times hours must give the sum of the published cells, which everybody has, and no other number.
 * @returns the share of sides for which they do not
 */
export async function ratesTell(
  ask: Ask,
  { quarter, own, network }: Pick<Audited, "quarter" | "own" | "network">,
): Promise<Outcome> {
  const other = network.slots.map(({ id }) => id);
  const [a = "", b = ""] = other;
  const { status, body } = await ask(`/api/compare?period=${quarter}&a=${a}&b=${b}`);
  const zones = status === 200 ? (JSON.parse(body).zones as Zone[]) : [];
  const published = (zone: string, slot: string) =>
    own.cells
      .filter(
        ({ period, view, nodes }) =>
          period === quarter && view === "zone×slot" && nodes.zone === zone && nodes.slot === slot,
      )
      .reduce((sum, { value }) => sum + (value ?? 0), 0);
  const sides = zones.flatMap(({ zone, a: first, b: second }) => [
    tells(first, published(zone, a)),
    tells(second, published(zone, b)),
  ]);
  const value = sides.length > 0 ? sides.filter(Boolean).length / sides.length : null;
  return { id: "A12", tried: sides.length, figures: [{ name: "other", value, atMost: 0 }] };
}

const tells = ({ shown, hours, rate }: Side, published: number): boolean =>
  shown !== published || (rate !== null && Math.abs((rate / 10) * hours - published) > 1e-6);

import type { Finding } from "./reading.ts";

/** What tells one growth from another: of what family, of which need, where. */
type Grows = Pick<Finding, "kind" | "need" | "zones">;

/** Whether two findings are of one growth: the same need, both of the city or in a zone of both, fast or slow alike. */
export function sameGrowth(a: Grows, b: Grows): boolean {
  return a.need === b.need && familyOf(a) === familyOf(b) && (isCity(a) || inCommon(a, b) > 0);
}

/** In how many zones both are. */
export const inCommon = (a: Pick<Grows, "zones">, b: Pick<Grows, "zones">): number =>
  a.zones.filter((zone) => b.zones.includes(zone)).length;

const isCity = ({ zones }: Grows) => zones.length === 0;

/** A zone may grow into a cluster, and a cluster shrink to a zone. */
function familyOf(one: Grows): string {
  if (one.kind === "trend") return isCity(one) ? "trend of the city" : "trend";
  return isCity(one) ? "city" : "place";
}

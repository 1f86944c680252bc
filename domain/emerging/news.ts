import type { WindowCell } from "./needSeries.ts";
import type { Finding, News, Reading, State } from "./reading.ts";
import { inCommon, sameGrowth } from "./sameGrowth.ts";

type Now = Pick<Reading, "findings" | "states"> & {
  /** Whether the gate withholds a need in these zones over the window. */
  withheld: (cell: Pick<WindowCell, "need"> & { zones: readonly string[] }) => boolean;
};

/**
 * What is new since the close before, in the order of the findings, what ended last. A growth that only changed its shape
 * (two zones that became one cluster, a zone that the whole city has caught up with, a trend that is now a finding of its
 * own) neither appears nor ends.
 */
export function newsOf(before: readonly Finding[], now: Now): News[] {
  const changed = now.findings.flatMap((finding): News[] => {
    const old = before.find(({ id }) => id === finding.id);
    if (!old) return before.some((one) => sameGrowth(one, finding)) ? [] : [appeared(finding)];
    const change = changeOf(old, finding);
    return change ? [{ change, finding, before: old, why: null }] : [];
  });
  const ended = before
    .filter((old) => !now.findings.some((finding) => goesOnIn(old, finding)))
    .map((old): News => ({ change: "ended", finding: old, before: old, why: whyEnded(old, now) }));
  return [...changed, ...ended];
}

const appeared = (finding: Finding): News => ({ change: "appeared", finding, before: null, why: null });

/** To be confirmed is the greater news, when it grew as well. */
function changeOf(old: Finding, now: Finding): "confirmed" | "grew" | null {
  if (old.grade === "to_confirm" && now.grade === "confirmed") return "confirmed";
  const more = (now.ratio ?? 0) > (old.ratio ?? 0) || now.zones.length > old.zones.length;
  return more ? "grew" : null;
}

function goesOnIn(old: Finding, now: Finding): boolean {
  if (sameGrowth(old, now)) return true;
  if (old.need !== now.need || now.kind === "trend") return false;
  if (now.kind === "city") return true;
  return old.kind === "trend" && inCommon(old, now) > 0;
}

function whyEnded(old: Finding, now: Now): News["why"] {
  return old.kind === "trend" ? whyTrendEnded(old, now.states) : whyGrowthEnded(old, now);
}

function whyTrendEnded({ need, zones }: Finding, { trend, ...states }: Reading["states"]): News["why"] {
  const at = rowOf({ need, zone: zones[0] ?? null }, states);
  return at < 0 || trend[at] === "few" ? "few" : "norm";
}

/** Nobody in half of its zones or more: not known. Only a cell that is published can be back to what is expected. */
function whyGrowthEnded({ need, zones }: Finding, { states, withheld }: Now): News["why"] {
  const places = zones.length > 0 ? zones : [null];
  const found = places.map((zone): State => states.state[rowOf({ need, zone }, states)] ?? "unknown");
  const unknown = found.filter((state) => state === "unknown").length;
  if (2 * unknown >= found.length) return "unknown";
  if (zones.length === 0) return found[0] === "few" ? "few" : "norm";
  return withheld({ need, zones }) ? "few" : "norm";
}

const rowOf = (
  { need, zone }: { need: string; zone: string | null },
  states: Pick<Reading["states"], "need" | "zone">,
): number => states.need.findIndex((one, i) => one === need && states.zone[i] === zone);

import type { RoundedRatio } from "../../../domain/emerging/reading.ts";
import type { Listed } from "../../emergingAnswer.ts";
import type { Outline } from "../../map/Outline.ts";
import type { ZoneBadge, ZoneFigure, ZoneMark } from "../../map/ZoneMark.ts";
import type { Emerging } from "../../useEmerging.ts";
import type { Saying } from "./findingWords.ts";
import type { ZoneClass, ZoneSays } from "./zoneSays.ts";

const LEVEL = { g3: 3, g2: 2, g1: 1, norm: 0, few: null, unknown: null } as const;

/** What the map draws of zones: growth, as expected, dots for too little, hatch for nobody, and the words for it. */
export function emergeMarks(
  says: readonly ZoneSays[],
  saying: Saying,
  levels: readonly string[],
): ZoneMark[] {
  return says.map((zone) => ({
    zone: zone.zone,
    family: "growth",
    level: LEVEL[zone.says],
    few: zone.says === "few",
    seen: [],
    rare: [],
    dimmed: levels.length > 0 && !levels.includes(zone.says),
    figure: figureOf(zone, saying),
  }));
}

function figureOf({ says, told, findings }: ZoneSays, saying: Saying): ZoneFigure {
  const { t } = saying;
  const [first, ...others] = findings;
  if (!first) return { ...quiet(says, told, t), ...BARE };
  const more = others.length > 0 ? ` +${others.length}` : "";
  return { text: growthText(saying, first) + more, face: "strong", ...BARE };
}

function quiet(says: ZoneClass, told: boolean, t: Saying["t"]): Pick<ZoneFigure, "text" | "face"> {
  if (!told) return { text: t("emerge.mark.wholeOnly"), face: "unknown" };
  const face = says === "norm" ? "plain" : "unknown";
  return { text: t(`emerge.class.${says}`), face };
}

const BARE = { gap: false, badge: null };

/** "solitudine ×2" */
function growthText({ t, lang, needName }: Saying, { finding }: Listed): string {
  const need = needName(finding.need).toLocaleLowerCase(lang);
  return finding.ratio === null
    ? t(finding.grade === "slow" ? "emerge.mark.slow" : "emerge.mark.some", { need })
    : t("emerge.mark.grows", { need, ratio: ratioText(t, finding.ratio) });
}

const RATIO = { 1.5: "half", 2: "double", 3: "triple" } as const;

/** "×1,5" */
export const ratioText = (t: Saying["t"], ratio: RoundedRatio): string => t(`emerge.ratio.${RATIO[ratio]}`);

const LINE = { confirmed: "solid", to_confirm: "dashed", slow: "dotted" } as const;

/**
 * A line around the zones of every finding listed, with its number; the one looked at stands out, and those of dimmed
 * zones stand back.
 */
export const emergeOutlines = (
  { findings, chosen, dimmed }: Pick<Emerging, "findings" | "chosen"> & { dimmed: ReadonlySet<string> },
  t: Saying["t"],
): Outline[] =>
  findings.map(({ finding, number, change }) => ({
    id: finding.id,
    zones: finding.zones,
    line: LINE[finding.grade],
    standing: standing(finding, chosen, dimmed),
    badge: number === null ? null : badgeOf(number, change && t(`emerge.change.${change}`)),
  }));

const badgeOf = (number: number, fresh: string | null): ZoneBadge => ({
  text: String(number),
  filled: true,
  ink: true,
  ...(fresh ? { fresh } : {}),
});

function standing(
  { id, zones }: Listed["finding"],
  chosen: Listed | null,
  dimmed: ReadonlySet<string>,
): Outline["standing"] {
  if (chosen?.finding.id === id) return "chosen";
  const other = chosen !== null && chosen.number !== null;
  return other || zones.every((zone) => dimmed.has(zone)) ? "quiet" : "plain";
}

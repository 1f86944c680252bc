import { masked } from "../../domain/pii/personalData.ts";
import type { RefusalKind } from "./RefusalKind.ts";

/** One thing said of a network folder: where it is, what was found there, and what to do about it. */
type Finding = {
  file: string;
  /** "line 4", "feature 3 (Q03)", or "" when it is the file itself. */
  where: string;
  field: string;
  value: string;
  problem: string;
  remedy: string;
};

/** One thing wrong in a network folder. */
export type Problem = Finding & { kind: RefusalKind };

/** Something a network folder says that is allowed and probably not meant; `said` are the words of its sentence. */
export type Warning = Finding & {
  kind: "overlap" | "holiday_never" | "holiday_unknown" | "zone_size";
  said: Record<string, string>;
};

/** A network folder that cannot be used: every problem found in it, at once. Nothing of it was loaded. */
export class NetworkRefused extends Error {
  override readonly name = "NetworkRefused";
  readonly dir: string;
  readonly problems: readonly Problem[];

  constructor(dir: string, problems: readonly Problem[]) {
    const count = problems.length === 1 ? "1 problem" : `${problems.length} problems`;
    const told = problems.map(unnamed);
    super([`${dir}: ${count}, nothing was loaded.`, ...told.map(describe)].join("\n"));
    this.dir = dir;
    this.problems = told;
  }
}

/** A problem as one line: where, what was found there, and what to do about it. */
export function describe({ file, where, field, value, problem, remedy }: Finding): string {
  const place = [file, where, field].filter((part) => part !== "").join(", ");
  const found = value === "" ? "" : ` "${value}"`;
  return `- ${place === "" ? "" : `${place}:`}${found} ${problem}. ${remedy}`.replace("-  ", "- ");
}

/** A problem that quotes nobody's data. Corners of a zone are coordinates, and no person's. */
function unnamed(problem: Problem): Problem {
  const { where, field, value } = problem;
  return {
    ...problem,
    where: masked(where),
    field: masked(field),
    value: field.startsWith("geometry") ? value : masked(value),
    problem: masked(problem.problem),
    remedy: masked(problem.remedy),
  };
}

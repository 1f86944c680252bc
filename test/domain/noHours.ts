import type { CoverageAnswer } from "../../domain/coverage.ts";

/** The columns of an answer about presence in which no hour was spent and no service has a plan. */
export const noHours: Pick<CoverageAnswer, "hours" | "reliability"> = {
  hours: { zone: [], slot: [], weekpart: [], service: [], planned: [], seen: [], hours: [] },
  reliability: { service: [], recorded: [], confirmed: [], declared: [], rho: [] },
};

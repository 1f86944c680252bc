/**
 * How closes are read; stored beside every reading. Weeks are closed weeks, never the running one.
 * @see methods A2; DECISIONS.md
 */
export const PARAMETERS = {
  /** Changes whenever the same data would be read otherwise. */
  method: 2,
  baseWeeks: 26,
  windowWeeks: 3,
  /** Sensitive needs are never read more finely than about a month of the whole city. */
  sensitiveWindowWeeks: 5,
  /** Fewest closed weeks with presence before anything is read. */
  fewestWeeks: 12,
  /** Weeks a cluster may last at most. */
  longestCluster: 6,
  /** So many that a cluster hardly comes and goes by their chance alone. */
  replicates: 1999,
  /** Benjamini and Hochberg's share of false findings among single places. */
  placeQ: 0.05,
  /** And for clusters, of which each need has one test. */
  clusterQ: 0.02,
  strongQ: 0.01,
  /** And for the whole city. The three together stay at 5 % of closes where nothing grows: `npm run bench -- emerging`. */
  cityQ: 0.01,
  trendQ: 0.05,
  fewestSeen: 5,
  fewestInCluster: 10,
  rise: 1.5,
  /** How many observations that came as expected a movement of the city is weighed against. */
  stillCity: 100,
  /** Least growth of a cluster that is told. */
  clusterRise: 1.25,
  trendMonths: 24,
  fewestMonths: 10,
  /** Months from the first to the last of a trend at least: within a year a season would pass for one. */
  fewestSpan: 12,
  /** Least rise of a trend over its months, as a share of its median. */
  trendRise: 0.2,
  hotSpotZones: 30,
  hotSpotSteps: 10,
  /** Weeks of a step; so many steps are about a year. */
  hotSpotWeeks: 4,
  mostHotSpotSteps: 13,
  hotSpotQ: 0.05,
} as const;

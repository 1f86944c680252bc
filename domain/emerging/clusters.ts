export type ToldCluster = { zones: number[]; weeks: number; ratio: number; q: number; corrected: boolean };

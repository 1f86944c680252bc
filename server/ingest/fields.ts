/** The fields a kind of file may hold; of each list of alternatives one must be there whole, the first by preference. */
export type Fields = {
  all: readonly string[];
  needed: readonly (readonly (readonly string[])[])[];
};

export const observationFields = {
  all: ["date", "slot", "time", "zone", "lat", "lon", "service", "need", "band", "outcome", "handover", "id"],
  needed: [[["date", "slot"], ["time"]], [["zone"], ["lat", "lon"]], [["service"]], [["need"]]],
} as const satisfies Fields;

export const outingFields = {
  all: ["service", "zones", "zone", "from", "to", "id"],
  needed: [[["service"]], [["zones"], ["zone"]], [["from"]], [["to"]]],
} as const satisfies Fields;

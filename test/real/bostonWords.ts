/** The file's department codes as services. */
export const departments = [
  { code: "PWDx", id: "public-works", name: "Public Works", initials: "PW" },
  { code: "ISD", id: "inspections", name: "Inspectional Services", initials: "IS" },
  { code: "PARK", id: "parks", name: "Parks and Recreation", initials: "PK" },
  { code: "BTDT", id: "transport", name: "Transportation", initials: "TR" },
  { code: "INFO", id: "information", name: "Information Channel", initials: "IN" },
  { code: "PROP", id: "property", name: "Property Management", initials: "PM" },
  { code: "BWSC", id: "water", name: "Water and Sewer", initials: "WS" },
  { code: "DISB", id: "disability", name: "Disability Commission", initials: "DC" },
  { code: "BPS_", id: "schools", name: "Public Schools", initials: "SC" },
  { code: "BHA_", id: "housing-authority", name: "Housing Authority", initials: "HA" },
  { code: "No Q", id: "no-queue", name: "No queue", initials: "NQ" },
];

export const groups = [
  { id: "streets", name: "Streets" },
  { id: "cleanliness", name: "Cleanliness" },
  { id: "green", name: "Green" },
  { id: "buildings", name: "Buildings" },
  { id: "other", name: "Other" },
];

export const needs = [
  { id: "roads", name: "Roads and sidewalks", group: "streets" },
  { id: "signals", name: "Signs and signals", group: "streets" },
  { id: "lighting", name: "Street lighting", group: "streets" },
  { id: "vehicles", name: "Vehicles and parking", group: "streets" },
  { id: "trash", name: "Trash and recycling", group: "cleanliness" },
  { id: "graffiti", name: "Graffiti", group: "cleanliness" },
  { id: "animals", name: "Animals and pests", group: "cleanliness" },
  { id: "parks", name: "Trees and parks", group: "green" },
  { id: "housing", name: "Housing conditions", group: "buildings" },
  { id: "works", name: "Building works", group: "buildings" },
  { id: "general", name: "General requests", group: "other" },
];

/** Types of request to needs: the first rule that fits. */
const rules: [pattern: RegExp, need: string][] = [
  [/graffiti/i, "graffiti"],
  [/light/i, "lighting"],
  [/rodent|rat bite|mice|pest|pigeon|bed bugs|mosquito|animal/i, "animals"],
  [/tree|park(?!ing)|cemetery|yardwaste asian/i, "parks"],
  [/parking|vehicle|no-tow|bicycle|space savers|valet|auto body/i, "vehicles"],
  [/sign|signal|pavement marking|crosswalk|traffic/i, "signals"],
  [
    /pothole|sidewalk|highway|roadway|bridge|snow|catchbasin|utility call|watermain|hydrant|cover \/ manhole/i,
    "roads",
  ],
  [/trash|recycl|bulk item|litter|dumpster|dumping|street cleaning|debris|cart|sticker|clean up/i, "trash"],
  [
    /permit|contractor|building|zoning|electrical|plumbing|mechanical|egress|work hours|beyond hours|adjoining|occupying|illegal|big buildings/i,
    "works",
  ],
  [
    /living|heat|unsafe|unsanitary|utilities|maintenance|mold|breathe|sewage|lead|crowding|rental|squalid|metering|poor|carbon|food/i,
    "housing",
  ],
];

/** Columns and values of the file in the words of the network. */
export function bostonMapping(types: readonly string[]) {
  const needOf = (type: string): string => rules.find(([pattern]) => pattern.test(type))?.[1] ?? "general";
  return {
    map: { time: "open_dt", lat: "latitude", lon: "longitude", service: "department", need: "type" },
    values: {
      service: Object.fromEntries(departments.map(({ code, id }) => [code, id])),
      need: Object.fromEntries(types.map((type) => [type, needOf(type)])),
    },
  };
}

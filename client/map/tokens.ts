export type Theme = "light" | "dark";

export type MapTokens = {
  out: string;
  line: string;
  land: string;
  water: string;
  park: string;
  road: string;
  building: string;
  edge: string;
  far: string;
  halo: string;
  hatch: string;
  hatchGround: string;
  sunk: string;
  ink: string;
  ink2: string;
  ink3: string;
  accent: string;
  /** Presence 0, 1, 2, 3, 4+. */
  presence: readonly [string, string, string, string, string];
  gap: string;
  onGap: string;
  /** Need per 10 hours of presence, least to most. */
  need: readonly [string, string, string, string, string];
  /** Ratio of two rates: ÷3, ÷2, less, alike, more, ×2, ×3. */
  ratio: readonly [string, string, string, string, string, string, string];
  /** As expected (paper), about half as much again, twice, three times or more. */
  growth: readonly [string, string, string, string];
};

/** The colours WebGL draws with; the same values as the CSS variables of the theme. */
export const mapTokens: Record<Theme, MapTokens> = {
  light: {
    out: "#E8ECEE",
    line: "#FFFFFF",
    land: "#FBFBF8",
    water: "#B5CFDF",
    park: "#DDE8D3",
    road: "#FFFFFF",
    building: "#17324D",
    edge: "#5E7286",
    far: "#566879",
    halo: "#FFFFFF",
    hatch: "#98A6B3",
    hatchGround: "#F1F3F4",
    sunk: "#F4F6F8",
    ink: "#17324D",
    ink2: "#3F566D",
    ink3: "#566A7F",
    accent: "#0066CC",
    presence: ["#FBFBF8", "#CDEBDD", "#98DABC", "#57C4A9", "#21918C"],
    gap: "#AE017E",
    onGap: "#FFFFFF",
    need: ["#FFFBE8", "#FEE6A8", "#FEC65C", "#F68F24", "#B84E06"],
    ratio: ["#B35806", "#F1A340", "#FBD9A8", "#F2F2F0", "#D5D3E9", "#998EC3", "#542788"],
    growth: ["#FBFBF8", "#FEE3C0", "#FDB27E", "#EF6548"],
  },
  dark: {
    out: "#0D141B",
    line: "#1A2530",
    land: "#1A242D",
    water: "#1F4258",
    park: "#20332E",
    road: "#566877",
    building: "#EAF0F6",
    edge: "#6E8396",
    far: "#7D90A1",
    halo: "#0D141B",
    hatch: "#4C5D6D",
    hatchGround: "#151D25",
    sunk: "#1A242F",
    ink: "#EAF0F6",
    ink2: "#BECAD6",
    ink3: "#9AABBB",
    accent: "#6BB1F5",
    presence: ["#1A242D", "#1C3E4A", "#1F5E6C", "#278580", "#43B597"],
    gap: "#FF7AB8",
    onGap: "#2B0A1D",
    need: ["#2A2117", "#4A2F12", "#7A4710", "#BF781E", "#F5C069"],
    ratio: ["#F5B45C", "#BF7A2C", "#6B4A24", "#2A323A", "#463F6E", "#8E80D0", "#C4B9F5"],
    growth: ["#1A242D", "#6B3A1E", "#DB6B3E", "#FFA486"],
  },
};

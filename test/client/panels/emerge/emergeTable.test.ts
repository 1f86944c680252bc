import { describe, expect, test } from "vitest";
import { emergeCsv, emergeTableRows } from "../../../../client/panels/emerge/emergeTableRows.ts";
import { type Emerging, listFindings } from "../../../../client/useEmerging.ts";
import type { Screen } from "../../../../client/useScreen.ts";
import { startWords, words } from "../../../../client/words.ts";
import { sample } from "./sample.ts";

await startWords("it");

const answer = sample();
const named = (id: string) => ({ id, name: id });

/** What the table reads of a screen. */
const screenOf = (needs: string[], simulated = true) =>
  ({
    view: { needs, zone: null },
    telling: { t: words.t, lang: "it" },
    known: {
      network: { ...named("cesena"), simulated, attribution: "ISTAT", timezone: "Europe/Rome" },
      needs: ["solitudine", "giovani", "azzardo"].map(named),
      zones: { features: ["Q01", "Q03", "Q04"].map((id) => ({ properties: named(id) })) },
    },
  }) as unknown as Screen;
const emergingOf = (needs: string[]) =>
  ({ answer, ...listFindings(answer, needs), chosen: null }) as unknown as Emerging;
const rowsOf = (needs: string[]) => emergeTableRows(screenOf(needs), emergingOf(needs));

describe("the table of what emerges", () => {
  test("has a row for every need in every place, and for every mark of the map", () => {
    const rows = rowsOf([]);
    expect(rows).toHaveLength(answer.states.need.length);
    const marks = answer.findings.reduce((sum, { zones }) => sum + Math.max(1, zones.length), 0);
    expect(rows.filter(({ listed }) => listed !== null)).toHaveLength(marks);
  });

  test("begins with the whole network, then findings in the order of their numbers", () => {
    expect(
      rowsOf([])
        .slice(0, 5)
        .map(({ place, listed }) => [place, listed?.number]),
    ).toEqual([
      ["Tutta la rete", null],
      ["Q01", 1],
      ["Q03", 1],
      ["Q04", 2],
      ["Q05", 3],
    ]);
  });

  test("of a chosen need has only its rows, and says few and unknown by themselves", () => {
    const rows = rowsOf(["giovani"]);
    expect(new Set(rows.map(({ need }) => need))).toEqual(new Set(["giovani"]));
    expect(rows.find(({ zone }) => zone === "Q07")).toMatchObject({ state: "unknown", says: "unknown" });
    for (const { state, says, listed } of rows) if (!listed) expect(says).toBe(state);
  });
});

describe("the file of what emerges", () => {
  test("says that figures are simulated, of which close and by which method they are, in words only", () => {
    const lines = emergeCsv(screenOf(["giovani"]), emergingOf(["giovani"])).split("\r\n");
    expect(lines[0]).toContain("dati simulati");
    expect(lines[1]).toBe('"# Chiusura 2026-W47 (2026-11-16 / 2026-11-22), chiusa il 25 nov 2026"');
    expect(lines.find((line) => line.startsWith("Q04"))).toBe(
      'Q04;giovani;emergente;1;da confermare;nuovo;"×1,5";2026-11-02;uno;evidenza discreta;sì;stabile',
    );
    expect(lines.find((line) => line.startsWith("Q07"))).toBe("Q07;giovani;sconosciuto;;;;;;;;;pochi mesi");
    expect(emergeCsv(screenOf([], false), emergingOf([]))).not.toContain("simulati");
  });
});

import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { loadNetwork } from "../../server/network/loadNetwork.ts";
import { NetworkRefused } from "../../server/network/NetworkRefused.ts";
import { openTownDesk, type Row, type TownDesk } from "../server/editions/openTownDesk.ts";
import { type Edits, put, swap, townFolder, withEditedTown } from "../server/network/editedTown.ts";
import { cell, foundIn, planted, tellsOn } from "./planted.ts";

describe("The network folder", () => {
  const inServices = (from: string, text: string) => ({ "services.csv": swap(from, cell(text)) });
  const fields: Record<string, (text: string) => Edits> = {
    "name of a service": (text) => inServices("Town police", text),
    "its Italian name": (text) => inServices("Polizia del borgo", text),
    "its id": (text) => ({ "services.csv": (file) => rowOf(file, 0, cell(text)) }),
    "phone of a service": (text) => inServices("0547 000003", `${text} (Anna)`),
    "e-mail of a service": (text) => inServices("night@example.org", `Anna: ${text}`),
    "address on the web of a service": (text) => inServices("https://example.org/night", `Anna ${text}`),
    "name of a need": (text) => ({ "needs.csv": (file) => rowOf(file, 1, cell(text)) }),
    "name of a zone": (text) => ({ "zones.geojson": put(["features", 0, "properties", "name"], text) }),
    "any other property of a zone": (text) => ({
      "zones.geojson": put(["features", 0, "properties", "note"], text),
    }),
    "name of the network": (text) => ({ "network.json": put(["name"], text) }),
    "name of a slot": (text) => ({ "network.json": put(["slots", 0, "name"], text) }),
    "name of an aim": (text) => ({ "network.json": put(["aims", 0, "name_it"], text) }),
    "name of a group": (text) => ({ "network.json": put(["groups", 0, "name_en"], text) }),
    attribution: (text) => ({ "network.json": put(["attribution"], text) }),
    "a name Sguardo does not know": (text) => ({ "network.json": put([text], "1") }),
  };

  test.each(Object.keys(fields))("%s: every text is refused, and not told back", async (field) => {
    await withEditedTown({}, async (dir) => {
      for (const text of planted) {
        const error = await edited(dir, fields[field]?.(text) ?? {});
        expect(error, text).toBeInstanceOf(NetworkRefused);
        const told = JSON.stringify([String(error), (error as NetworkRefused).problems]);
        expect(tellsOn(told, text), told).toBe(false);
      }
    });
  });
});

/** Why the town is refused with some of its files changed; null when it is not. */
async function edited(dir: string, edits: Edits): Promise<unknown> {
  for (const [file, edit] of Object.entries(edits))
    await writeFile(join(dir, file), edit(await readFile(join(townFolder, file), "utf8")) ?? "");
  return loadNetwork(dir).then(
    () => null,
    (reason: unknown) => reason,
  );
}

/** The first row of a table with another name. */
function rowOf(file: string, column: number, text: string): string {
  const [header = "", first = "", ...rest] = file.split("\n");
  const cells = first.split(",");
  cells[column] = text;
  return [header, cells.join(","), ...rest].join("\n");
}

describe("The page's requests", () => {
  let town: TownDesk;
  beforeAll(async () => {
    town = await openTownDesk();
  });
  afterAll(() => town.close());

  const parts: [part: string, plant: (row: Row, text: string) => Row][] = [
    ["services", (row, text) => ({ ...row, name_it: text })],
    ["services", (row, text) => ({ ...row, phone: `${text} Mario Rossi` })],
    ["needs", (row, text) => ({ ...row, name: text })],
    ["zones", (row, text) => ({ ...row, properties: { ...Object(row["properties"]), name: text } })],
    ["slots", (row, text) => ({ ...row, name: text })],
    ["settings", (row, text) => ({ ...row, attribution: text })],
  ];

  test("a draft and the note of an edition take none, tell none back and keep none", async () => {
    for (const text of planted) {
      for (const [part, plant] of parts) {
        const { status, body } = await town.edit(part, ([first, ...rest]) => [
          plant(first ?? {}, text),
          ...rest,
        ]);
        expect([part, status], text).toEqual([part, 422]);
        expect(body["type"]).toBe("urn:sguardo:personal-data");
        expect(tellsOn(JSON.stringify(body), text)).toBe(false);
      }
      const { status, body } = await town.publish(text);
      expect(status).toBe(422);
      expect(tellsOn(JSON.stringify(body), text)).toBe(false);
    }
    expect(await foundIn(town.data, [town.published])).toEqual([]);
  });

  test("a question that holds any is answered without repeating it", async () => {
    for (const text of planted) {
      const said = encodeURIComponent(text);
      const paths = [
        `${said}`,
        `cells?period=${said}`,
        `gaps?period=2026-Q3&needs=${said}`,
        `why?zone=${said}`,
      ];
      for (const path of [...paths, `compare?a=${said}&b=${said}`, `advice?hours=4&move=${said}`]) {
        const { status, body } = await town.ask("GET", path);
        expect(status, path).toBeGreaterThanOrEqual(400);
        expect(tellsOn(JSON.stringify(body), text), `${path} → ${JSON.stringify(body)}`).toBe(false);
      }
    }
  });
});

import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { createRequire } from "node:module";
import type { AddressInfo } from "node:net";
import { dirname, join } from "node:path";

const dist = dirname(createRequire(import.meta.url).resolve("maplibre-gl/dist/maplibre-gl.css"));

const page = `<!doctype html><html lang="en"><title>Blank map</title>
<link rel="stylesheet" href="/maplibre-gl.css" />
<style>html, body, #map { height: 100%; margin: 0 }</style><div id="map"></div>
<script type="module">
  import { Map } from "/maplibre-gl.mjs";
  const layers = [{ id: "ground", type: "background", paint: { "background-color": "#fbfbf8" } }];
  globalThis.map = new Map({ container: "map", style: { version: 8, sources: {}, layers }, attributionControl: false });
  map.on("load", () => document.body.setAttribute("data-loaded", "true"));
</script></html>`;

const types: Record<string, string> = { mjs: "text/javascript", css: "text/css" };

/** Serves a page with MapLibre over one plain colour: the least a map can repaint. */
export async function serveBlankMap(): Promise<{ url: string; stop: () => void }> {
  const server = createServer(async (request, response) => {
    const name = request.url?.slice(1) ?? "";
    const type = types[name.split(".").pop() ?? ""];
    if (!/^[\w.-]+$/.test(name) || !type) return response.setHeader("content-type", "text/html").end(page);
    response.setHeader("content-type", type).end(await readFile(join(dist, name)));
  });
  await new Promise<void>((listening) => server.listen(0, "localhost", listening));
  const { port } = server.address() as AddressInfo;
  return { url: `http://localhost:${port}/`, stop: () => server.close() };
}

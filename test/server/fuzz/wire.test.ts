import { connect } from "node:net";
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createApp } from "../../../server/app.ts";
import { finish, listen } from "../../../server/edge/listen.ts";
import { as } from "../visitors.ts";
import { fuzzedTown, INSIDE } from "./fuzzedTown.ts";
import { seed, spoiledBytes } from "./hostile.ts";

let town: Awaited<ReturnType<typeof fuzzedTown>>;
beforeAll(async () => {
  town = await fuzzedTown();
});
afterAll(() => town.close());

test("no bytes on the wire stop the server", async () => {
  let told: (port: number) => void = () => undefined;
  const listening = new Promise<number>((resolve) => {
    told = resolve;
  });
  const app = createApp(town.sources, as("coordinator"));
  const server = listen({ fetch: app.fetch, port: 0, host: "127.0.0.1" }, told, {
    headers: 400,
    request: 800,
  });
  const port = await listening;
  const whole = Buffer.from(
    "PUT /api/draft/services?x=1 HTTP/1.1\r\nHost: localhost\r\nSec-Fetch-Site: same-origin\r\n" +
      'Content-Type: application/json\r\nContent-Length: 25\r\nConnection: close\r\n\r\n{"revision":99,"rows":[]}',
  );
  const was = await town.files();
  const wires = fc.sample(spoiledBytes(whole), { seed, numRuns: 500 });
  for (let i = 0; i < wires.length; i += 50) {
    const said = await Promise.all(wires.slice(i, i + 50).map((bytes) => onTheWire(port, bytes)));
    for (const text of said) {
      town.sent.all += 1;
      if (!text.startsWith("HTTP/1.1 2")) town.sent.refused += 1;
      expect(text).not.toMatch(/^HTTP\/1\.1 5/);
      expect(text).not.toMatch(INSIDE);
    }
  }
  expect(await town.files()).toBe(was);
  expect((await fetch(`http://127.0.0.1:${port}/status`)).status).toBe(200);
  await finish(server, 0);
}, 240_000);

function onTheWire(port: number, bytes: Buffer): Promise<string> {
  return new Promise((resolve) => {
    let said = "";
    const socket = connect(port, "127.0.0.1");
    socket.on("data", (chunk) => {
      said += chunk;
    });
    socket.on("error", () => undefined);
    socket.once("close", () => resolve(said));
    socket.end(bytes);
  });
}

import { mkdtemp, rm } from "node:fs/promises";
import { get } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startServer } from "./demo.ts";

const town = join(import.meta.dirname, "..", "fixtures", "town");
const paths = ["network", "zones", "audit", "session", "cells", "gaps", "emerging"].map(
  (name) => `/api/${name}`,
);

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "sguardo-stopping-"));
});
afterAll(() => rm(folder, { recursive: true }));

test("a server told to stop in the middle of questions nobody waits for any more ends well, time after time", async () => {
  for (const moment of [0, 5, 10, 20, 30, 40, 60, 80, 100]) {
    const server = await startServer(["--network", town, "--data", folder]);
    const headers = { cookie: await cookieOf(server.url) };
    const asked = [...paths, ...paths, ...paths].map((path) => get(server.url + path, { headers }));
    for (const request of asked) request.on("error", () => undefined).on("response", (body) => body.resume());
    await wait(moment);
    for (const request of asked) request.destroy();
    await expect(server.stop()).resolves.toBeUndefined();
  }
});

async function cookieOf(url: string): Promise<string> {
  const answer = await fetch(`${url}/api/session/demo`, {
    method: "POST",
    headers: { origin: url, "content-type": "application/json" },
    body: JSON.stringify({ role: "supervisor" }),
  });
  return answer.headers.getSetCookie()[0]?.split(";")[0] ?? "";
}

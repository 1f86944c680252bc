import { EventEmitter, once } from "node:events";
import { connect } from "node:net";
import { Hono } from "hono";
import { expect, test } from "vitest";
import { finish, listen } from "../../../server/edge/listen.ts";

async function serving(app: Hono, patience?: { headers: number; request: number }) {
  let told: (port: number) => void = () => undefined;
  const port = new Promise<number>((resolve) => {
    told = resolve;
  });
  const server = listen({ fetch: app.fetch, port: 0, host: "127.0.0.1" }, told, patience);
  return { server, port: await port };
}

/** An application that answers /slow when told, and says when it was asked. */
function slow() {
  const gate = new EventEmitter();
  const asked = once(gate, "asked");
  const app = new Hono().get("/slow", async (c) => {
    const answered = once(gate, "answer");
    gate.emit("asked");
    await answered;
    return c.text("whole");
  });
  return { app, asked, answer: () => gate.emit("answer") };
}

test("a server that stops takes nobody new, and answers whom it has begun to answer", async () => {
  const { app, asked, answer } = slow();
  const { server, port } = await serving(app);
  const running = fetch(`http://127.0.0.1:${port}/slow`);
  await asked;
  const finished = finish(server);
  await expect(fetch(`http://127.0.0.1:${port}/slow`)).rejects.toThrow();
  answer();
  expect(await (await running).text()).toBe("whole");
  await finished;
});

test("what does not finish in time is cut off", async () => {
  const { app, asked } = slow();
  const { server, port } = await serving(app);
  const running = fetch(`http://127.0.0.1:${port}/slow`).catch(() => "cut off");
  await asked;
  await finish(server, 200);
  expect(await running).toBe("cut off");
});

test.each([
  ["headers", "GET / HTTP/1.1\r\nHost: localhost\r\nX-Slow: "],
  ["a body", "POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100\r\n\r\nfirst"],
])("whoever sends %s drop by drop is cut off", async (_, start) => {
  const app = new Hono().post("/", async (c) => c.text(await c.req.text()));
  const { server, port } = await serving(app, { headers: 300, request: 600 });
  const socket = connect(port, "127.0.0.1");
  socket.on("error", () => undefined);
  socket.write(start);
  const drops = setInterval(() => socket.write("x"), 50);
  let said = "";
  socket.on("data", (chunk) => {
    said += chunk;
  });
  await once(socket, "close");
  clearInterval(drops);
  expect(said).toMatch(/^HTTP\/1\.1 408 /);
  await finish(server, 0);
});

test("headers longer than any of ours are refused", async () => {
  const { server, port } = await serving(new Hono().get("/", (c) => c.text("here")));
  const answer = await fetch(`http://127.0.0.1:${port}/`, { headers: { "x-long": "x".repeat(20_000) } });
  expect(answer.status).toBe(431);
  await finish(server, 0);
});

import type { AddressInfo } from "node:net";
import { serve } from "@hono/node-server";
import { createApp } from "../../server/app.ts";
import { run, sql } from "../../server/db.ts";
import { asSupervisor } from "../server/visitors.ts";
import { type City, closeBy, closeCity, type Observation, openCity } from "./city.ts";
import { CLOSED, cubeCity } from "./cube.ts";

/** All that comes back over the wire, but for the clock's own header and the random name of the request. */
export type Wire = { status: number; headers: Record<string, string>; body: string };

export type Served = {
  open: City;
  ask: (path: string) => Promise<Wire>;
  json: (path: string) => Promise<ReturnType<typeof JSON.parse>>;
  /** Stops, and begins again over the same files. */
  restart: () => Promise<void>;
  close: () => Promise<void>;
};

/** A city in which this was seen, its second quarter of 2026 closed, two services out at 9, 20 and 23 every day, behind a real port. */
export async function serveCity(seen: Observation[]): Promise<Served> {
  const open = await openCity(cubeCity, seen);
  await closeBy(open, CLOSED);
  await goOut(open, ["2026-04-01", "2026-06-30"]);
  return behindPort(open);
}

/** A city as it is, behind a real port. */
export async function behindPort(open: City): Promise<Served> {
  let listening = await listen(open);
  const ask = async (path: string): Promise<Wire> => {
    const answer = await fetch(`${listening.url}${path}`);
    const { date: _, "x-request-id": __, ...headers } = Object.fromEntries(answer.headers);
    return { status: answer.status, headers, body: await answer.text() };
  };
  return {
    open,
    ask,
    json: async (path) => JSON.parse((await ask(path)).body),
    restart: async () => {
      await listening.stop();
      listening = await listen(open);
    },
    close: async () => {
      await listening.stop();
      await closeCity(open);
    },
  };
}

async function listen({ network, published }: City) {
  const app = createApp({ network, published, basemap: {} }, asSupervisor);
  const server = serve({ fetch: app.fetch, port: 0, hostname: "127.0.0.1" });
  await new Promise((listening) => server.once("listening", listening));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    stop: () => new Promise<void>((stopped) => server.close(() => stopped())),
  };
}

/** Of the services that recorded, AA is planned too; nobody is ever out in the afternoon. */
export const goOut = ({ published }: City, [from, to]: readonly [string, string]) =>
  run(
    published,
    sql`INSERT INTO presence_hour
      SELECT service, "zone", day, ((isodow(day) - 1) * 24 + clock) % 168, CASE service WHEN 'AA' THEN 60 ELSE 0 END, 60
      FROM (SELECT unnest(generate_series(${from}::DATE, ${to}::DATE, INTERVAL 1 DAY))::DATE AS day),
           (SELECT unnest(['AA', 'BB']) AS service), (SELECT unnest([9, 20, 23]) AS clock),
           (SELECT unnest(['z0', 'z1', 'z2', 'z3', 'z4', 'z5', 'z6', 'z7']) AS "zone")`,
  );

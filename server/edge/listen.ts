import type { Server } from "node:http";
import { serve } from "@hono/node-server";

type Listening = { fetch: (request: Request) => Response | Promise<Response>; port: number; host: string };

/** Milliseconds within which headers, and whole requests, must have arrived. */
type Patience = { headers: number; request: number };

/** The server on its port: whoever sends its headers or its body drop by drop is cut off. */
export function listen(
  { fetch, port, host }: Listening,
  told: (port: number) => void,
  patience: Patience = { headers: 10_000, request: 60_000 },
): Server {
  const serverOptions = {
    headersTimeout: patience.headers,
    requestTimeout: patience.request,
    connectionsCheckingInterval: Math.min(patience.headers, 5000),
    maxHeaderSize: 16 * 1024,
  };
  return serve({ fetch, port, hostname: host, serverOptions }, (at) => told(at.port)) as Server;
}

/** Takes no more requests, lets those that run finish for so many milliseconds, then cuts them off. */
export function finish(server: Server, patience = 10_000): Promise<void> {
  return new Promise((done) => {
    const idle = setInterval(() => server.closeIdleConnections(), 100);
    const enough = setTimeout(() => server.closeAllConnections(), patience);
    server.close(() => {
      clearInterval(idle);
      clearTimeout(enough);
      done();
    });
  });
}

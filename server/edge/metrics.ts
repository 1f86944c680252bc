import { collectDefaultMetrics, Histogram, Registry } from "prom-client";

export type Answered = { route: string | null; status: number; ms: number };
export type Metrics = { registry: Registry; answered: (answered: Answered) => void };

/** What is measured of answers, by pattern of route: nothing that who asks could write; and of the process, if asked. */
export function openMetrics(ofProcess = false): Metrics {
  const registry = new Registry();
  if (ofProcess) collectDefaultMetrics({ register: registry });
  const seconds = new Histogram({
    name: "sguardo_http_request_duration_seconds",
    help: "How long answers took, by pattern of route and status",
    labelNames: ["route", "status"],
    buckets: [0.01, 0.05, 0.1, 0.3, 1, 3, 10],
    registers: [registry],
  });
  return {
    registry,
    answered: ({ route, status, ms }) =>
      seconds.observe({ route: route ?? "none", status: String(status) }, ms / 1000),
  };
}

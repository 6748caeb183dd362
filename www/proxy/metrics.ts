import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";
import type { RequestRecord } from "./record.ts";

/** The figures of one server, in a registry of its own. */
export interface ProxyMetrics {
  observe(record: RequestRecord): void;
  /** The figures in the Prometheus text format. */
  text(): Promise<{ type: string; body: string }>;
}

/** All label values are constants or come from the list of regions, so that no client can create time series. */
export function proxyMetrics(): ProxyMetrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const requests = new Counter({
    name: "invoscope_requests_total",
    help: "Answered requests of the API",
    labelNames: ["action", "region", "status", "code", "source"],
    registers: [registry],
  });
  const seconds = new Histogram({
    name: "invoscope_request_seconds",
    help: "Time to the head of the answer",
    labelNames: ["action", "source"],
    buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 15],
    registers: [registry],
  });
  const left = new Gauge({
    name: "invoscope_calls_left",
    help: "Calls left in the minute of the latest call",
    labelNames: ["action", "region"],
    registers: [registry],
  });
  return {
    observe(record) {
      const { action = "none", region = "none", code = "none", source = "none", callsLeft } = record;
      requests.inc({ action, region, status: String(record.status), code, source });
      seconds.observe({ action, source }, record.ms / 1000);
      if (callsLeft !== undefined) left.set({ action, region }, callsLeft);
    },
    async text() {
      return { type: registry.contentType, body: await registry.metrics() };
    },
  };
}

import type { InvocationStore, WatchableStore } from "invoscope";
import type { SharedPage } from "./shared-watch.ts";

/** The same store; each answer is told of, once it is taken over. */
export function telling(store: WatchableStore, tell: (page: SharedPage) => void): WatchableStore {
  return {
    ...store,
    ingest(body, { includeOutput }): void {
      store.ingest(body, { includeOutput });
      tell({ body, includeOutput });
    },
  };
}

/** A store as a watch needs it: takes answers over, and tells what was read already. */
export function watchable(store: InvocationStore, ingested: (isChanged: boolean) => void): WatchableStore {
  return {
    ingest(body, context): void {
      const report = store.ingest(body, { encoding: "Base64", ...context });
      ingested(report.runsChanged + report.runsAdded + report.instancesAdded + report.instancesChanged > 0);
    },
    runFacts: (invokeId) => store.runFacts(invokeId),
  };
}

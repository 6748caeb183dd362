import type { InstanceFacts, InvocationStore, RunFacts, WatchableStore } from "invoscope";

/** A store as a watch needs it: takes answers over, and tells what was read already. */
export function watchable(store: InvocationStore, ingested: (isChanged: boolean) => void): WatchableStore {
  return {
    ingest(body: Uint8Array, context?: { includeOutput: boolean }): void {
      const report = store.ingest(body, { encoding: "Base64", ...context });
      ingested(report.runsChanged + report.runsAdded + report.instancesAdded + report.instancesChanged > 0);
    },
    runFacts(invokeId: string): RunFacts | undefined {
      if (!store.contains(invokeId)) return undefined;
      const run = store.run(invokeId);
      return {
        invokeId,
        commandId: run.commandId ?? null,
        status: run.invocationStatus ?? null,
        instances: store.instances(invokeId, undefined).rows.map(
          (row): InstanceFacts => ({
            instanceId: row.instanceId ?? "",
            status: row.status,
            updateTime: row.updateTime ?? null,
            // A watch begins when the run was read whole; what printed nothing has no output to ask for.
            hasOutput: true,
          }),
        ),
      };
    },
  };
}

import {
  type DecodedText,
  decodeUtf8,
  type FamilyRow,
  fingerprint,
  type GroupRow,
  type InstanceQuery,
  type InstanceRow,
  type RunDetail,
  type Summary,
} from "invoscope";
import { derived, derivedSlowly } from "./derived.ts";
import type { Session } from "./session.ts";

/** A failure family and a short name for it that stays the same while its run goes on. */
export type NamedFamily = FamilyRow & { readonly key: string };

export function summaryOf(session: Session, id: string): Summary {
  return derivedSlowly(session, `summary ${id}`, id, () => session.store.summary(id));
}

export function runOf(session: Session, id: string): RunDetail {
  return derived(session, `run ${id}`, () => session.store.run(id));
}

export function familiesOf(session: Session, id: string): readonly NamedFamily[] {
  return derivedSlowly(session, `families ${id}`, id, () =>
    session.store.families(id).map((family) => ({
      ...family,
      key: fingerprint(JSON.stringify([family.errorCode, family.exitCode, family.decision]), undefined).slice(
        0,
        8,
      ),
    })),
  );
}

export function groupsOf(session: Session, id: string): readonly GroupRow[] {
  return derivedSlowly(session, `groups ${id}`, id, () => session.store.groups(id));
}

/** The instance whose output stands for the run's successes. */
export function referenceOf(session: Session, id: string): string | undefined {
  return derivedSlowly(session, `reference ${id}`, id, () => session.store.referenceInstance(id));
}

export function instancesOf(session: Session, id: string, query: InstanceQuery): readonly InstanceRow[] {
  return derived(
    session,
    `instances ${id} ${JSON.stringify(query)}`,
    () => session.store.instances(id, query).rows,
  );
}

/** The rows of a run by instance id. */
export function rowsById(session: Session, id: string): ReadonlyMap<string, InstanceRow> {
  return derived(session, `rows ${id}`, () => {
    const rows = instancesOf(session, id, { sort: "attention" });
    return new Map(rows.map((row) => [row.instanceId ?? "", row]));
  });
}

/** An output as text; empty where there is none. */
export function outputOf(session: Session, id: string, instanceId: string): DecodedText {
  return derived(session, `output ${id} ${instanceId}`, () =>
    decodeUtf8(session.store.outputBytes(id, instanceId)),
  );
}

/** The names under which a machine may appear in its own output. */
export function namesOf(session: Session, instanceId: string): string[] {
  const label = session.label(instanceId);
  const host = `iZ${instanceId.slice(2)}Z`;
  return [instanceId, host, ...(label === undefined ? [] : [label])];
}

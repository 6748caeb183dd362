import type { InstanceQuery, InstanceRow, Outcome } from "invoscope";
import { OUTCOMES } from "../foundation/status.ts";
import { familiesOf, groupsOf, instancesOf } from "./run-data.ts";
import type { Session } from "./session.ts";

/**
 * What the filter box says, as data. The text is the one form of a filter: in the box, in the URL, in an event.
 *
 * `is:failed` and other outcomes, `is:truncated`, `status:Timeout`, `family:…` and `group:…` by their keys, and free
 * words, which the id, name, status, error code, error text or exit code must hold. Words of one kind widen, kinds
 * narrow.
 */
export interface InstanceFilter {
  readonly outcomes: readonly Outcome[];
  readonly truncated: boolean;
  readonly statuses: readonly string[];
  readonly families: readonly string[];
  readonly groups: readonly string[];
  readonly words: readonly string[];
}

export function parseFilter(text: string): InstanceFilter {
  const parts = text.split(/\s+/).filter((part) => part !== "");
  const after = (prefix: string): string[] =>
    parts.filter((part) => part.startsWith(prefix)).map((part) => part.slice(prefix.length));
  const is = after("is:");
  const isKnown = (part: string): boolean => /^(is|status|family|group):/.test(part);
  return {
    outcomes: OUTCOMES.filter((outcome) => is.includes(outcome)),
    truncated: is.includes("truncated"),
    statuses: after("status:"),
    families: after("family:"),
    groups: after("group:"),
    words: parts.filter((part) => !isKnown(part)).map((part) => part.toLowerCase()),
  };
}

export function hasToken(text: string, token: string): boolean {
  return text.split(/\s+/).includes(token);
}

/** Adds a token, or takes it away. */
export function toggleToken(text: string, token: string): string {
  const parts = text.split(/\s+/).filter((part) => part !== "");
  const rest = parts.filter((part) => part !== token);
  return (rest.length < parts.length ? rest : [...rest, token]).join(" ");
}

/** The order of rows. */
export interface RowSort {
  readonly by: NonNullable<InstanceQuery["sort"]>;
  readonly reverse: boolean;
}

/** The rows of a run that pass a filter, in the given order. */
export function filteredRows(
  session: Session,
  id: string,
  text: string,
  sort: RowSort,
): readonly InstanceRow[] {
  const filter = parseFilter(text);
  const rows = instancesOf(session, id, queryOf(filter, sort));
  const members = membersOf(session, id, filter);
  if (members === undefined && filter.words.length === 0) return rows;
  return rows.filter(
    (row) =>
      (members === undefined || members.has(row.instanceId ?? "")) &&
      filter.words.every((word) => textOf(session, row).includes(word)),
  );
}

/** Rows that are read as they are shown: to read thousands takes longer than an input may. */
export interface LazyRows {
  readonly total: number;
  /** Up to `count` rows, from one whose number is a multiple of it: always the same `count`. */
  page(from: number, count: number): readonly InstanceRow[];
}

/** The same rows, read page by page where the store filters them by itself. */
export function lazyRows(session: Session, id: string, text: string, sort: RowSort): LazyRows {
  const filter = parseFilter(text);
  if (filter.families.length + filter.groups.length + filter.words.length > 0) {
    const rows = filteredRows(session, id, text, sort);
    return { total: rows.length, page: (from, count) => rows.slice(from, from + count) };
  }
  const query = queryOf(filter, sort);
  const pages = new Map<number, readonly InstanceRow[]>();
  return {
    total: session.store.instances(id, { ...query, limit: 0 }).total,
    page(offset, limit) {
      const page = pages.get(offset) ?? session.store.instances(id, { ...query, offset, limit }).rows;
      pages.set(offset, page);
      return page;
    },
  };
}

function queryOf({ outcomes, statuses, truncated }: InstanceFilter, { by, reverse }: RowSort): InstanceQuery {
  return {
    sort: by,
    reverse,
    ...(outcomes.length > 0 && { outcomes }),
    ...(statuses.length > 0 && { statuses }),
    ...(truncated && { truncated }),
  };
}

function membersOf(session: Session, id: string, filter: InstanceFilter): Set<string> | undefined {
  if (filter.families.length === 0 && filter.groups.length === 0) return undefined;
  const families = familiesOf(session, id).filter((family) => filter.families.includes(family.key));
  const groups = groupsOf(session, id).filter((group) =>
    filter.groups.some((key) => group.fingerprint.startsWith(key)),
  );
  return new Set([...families, ...groups].flatMap((kin) => kin.instanceIds));
}

function textOf(session: Session, row: InstanceRow): string {
  const { instanceId = "", errorCode = "", errorInfo = "", exitCode, invokeId } = row;
  const name = session.label(instanceId) ?? "";
  return [
    instanceId,
    name,
    row.status,
    errorCode,
    errorInfo,
    exitCode === undefined ? "" : `exit:${exitCode}`,
    invokeId,
  ]
    .join(" ")
    .toLowerCase();
}

import { type Place, RUN_VIEWS } from "invoscope/elements";

/** Where in the run the page is, kept behind `#`: all of an address that a file has. */
export function readPlace(hash: string): Place {
  const query = new URLSearchParams(hash.replace(/^#/, ""));
  const view = RUN_VIEWS.find((one) => one === query.get("view")) ?? "overview";
  const line = Number(query.get("line"));
  return {
    view,
    filter: query.get("filter") ?? "",
    instance: query.get("instance") ?? "",
    line: Number.isSafeInteger(line) && line > 0 ? line : undefined,
  };
}

/** The same as text. */
export function writePlace({ view, filter, instance, line }: Place): string {
  const query = new URLSearchParams();
  if (view !== undefined && view !== "overview") query.set("view", view);
  if (filter) query.set("filter", filter);
  if (instance) query.set("instance", instance);
  if (line !== undefined) query.set("line", String(line));
  return `#${query}`;
}

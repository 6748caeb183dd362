import {
  filtersFromParams,
  type ListFilters,
  type Place,
  paramsFromFilters,
  RUN_VIEWS,
  type RunView,
} from "invoscope/elements";
import { DEFAULT_REGION } from "./regions.ts";

/** What an address shows. */
export type Route =
  | { readonly page: "list"; readonly filters: ListFilters }
  | {
      readonly page: "run";
      readonly runId: string;
      readonly view: RunView;
      readonly filter: string;
      readonly instance: string;
      readonly line: number | undefined;
    };

const RUN_PATH = /^\/runs\/([^/]+)\/?$/;

/** Reads an address; one that is not known shows the list. */
export function readRoute(url: URL): Route {
  const runId = RUN_PATH.exec(url.pathname)?.[1];
  if (runId === undefined) return { page: "list", filters: filtersFromParams(url.searchParams) };
  const line = Number(/^#L(\d+)$/.exec(url.hash)?.[1]);
  return {
    page: "run",
    runId: safeDecode(runId),
    view: RUN_VIEWS.find((view) => view === url.searchParams.get("view")) ?? "overview",
    filter: url.searchParams.get("filter") ?? "",
    instance: url.searchParams.get("instance") ?? "",
    line: line > 0 ? line : undefined,
  };
}

/** The address of a route in a region: path, query and hash. */
export function addressOf(route: Route, regionId: string): string {
  const params = route.page === "list" ? paramsFromFilters(route.filters) : new URLSearchParams();
  if (regionId !== DEFAULT_REGION) params.set("region", regionId);
  if (route.page === "list") return params.size === 0 ? "/" : `/?${params}`;
  if (route.view !== "overview") params.set("view", route.view);
  if (route.filter !== "") params.set("filter", route.filter);
  if (route.instance !== "") params.set("instance", route.instance);
  const hash = route.line === undefined ? "" : `#L${route.line}`;
  // Commas join the ids of a run set and need no escape in a path.
  const path = encodeURIComponent(route.runId).replaceAll("%2C", ",");
  return `/runs/${path}${params.size === 0 ? "" : `?${params}`}${hash}`;
}

/** The route to a run's first view. */
export function runRoute(runId: string): Route {
  return { page: "run", runId, view: "overview", filter: "", instance: "", line: undefined };
}

/** The route after a viewer went to another place. */
export function moved(route: Extract<Route, { page: "run" }>, place: Place): Route {
  return {
    ...route,
    ...(place.runId !== undefined && { runId: place.runId }),
    ...(place.view !== undefined && { view: place.view }),
    ...(place.filter !== undefined && { filter: place.filter }),
    ...(place.instance !== undefined && { instance: place.instance }),
    ...("line" in place && { line: place.line }),
  };
}

/** A path that is not valid percent-encoding stands for itself. */
function safeDecode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

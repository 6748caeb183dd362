import {
  type Finding,
  type InvocationRequest,
  type ListQuery,
  type RequestTag,
  validateRequest,
} from "invoscope";

/** What the list sorts by. */
export type ListSort = NonNullable<ListQuery["sort"]>;

/** Everything that decides which runs are shown, and how. It is the list's part of a URL. */
export interface ListFilters {
  /** What the service is asked for; the region is the session's. */
  readonly request: InvocationRequest;
  /** Text to find in what is loaded. */
  readonly text: string;
  /** Statuses to keep of what is loaded; empty keeps all. */
  readonly statuses: readonly string[];
  readonly sort: ListSort;
  readonly reverse: boolean;
}

export const NO_FILTERS: ListFilters = {
  request: {},
  text: "",
  statuses: [],
  sort: "created",
  reverse: false,
};

/** Parameters whose value is a text as typed. */
export const TEXT_PARAMETERS = [
  "InvokeId",
  "InstanceId",
  "CommandId",
  "CommandName",
  "ResourceGroupId",
] as const;

/** Parameters with a list of documented values. */
export const CHOICES = {
  InvokeStatus: [
    "Running",
    "Finished",
    "Success",
    "Failed",
    "PartialFailed",
    "Stopped",
    "Stopping",
    "Pending",
    "Scheduled",
  ],
  CommandType: ["RunShellScript", "RunPowerShellScript", "RunBatScript"],
  RepeatMode: ["Once", "Period", "NextRebootOnly", "EveryReboot"],
} as const;

/** The API takes no more. */
export const MAX_TAGS = 20;

/** Not offered, but honoured in a URL, so that a link made from an API call works and is commented on. */
const FURTHER = ["MaxResults", "PageNumber", "PageSize"] as const;

const CHOICE_PARAMETERS = ["InvokeStatus", "CommandType", "RepeatMode"] as const;
const SORTS: readonly ListSort[] = ["created", "name", "instances", "failed"];

/** Reads the query of a URL; what it does not know, it leaves alone. */
export function filtersFromParams(params: URLSearchParams): ListFilters {
  const request: InvocationRequest = {};
  for (const name of [...TEXT_PARAMETERS, ...CHOICE_PARAMETERS]) {
    const value = params.get(name);
    if (value !== null && value !== "") request[name] = value;
  }
  for (const name of FURTHER) {
    const value = Number(params.get(name) ?? "");
    if (Number.isInteger(value) && value > 0) request[name] = value;
  }
  const timed = params.get("Timed");
  if (timed === "true" || timed === "false") request.Timed = timed === "true";
  const tags = tagsFromParams(params);
  if (tags.length > 0) request.Tag = tags;
  const sort = SORTS.find((known) => known === params.get("sort")) ?? "created";
  return {
    request,
    text: params.get("q") ?? "",
    statuses: params.getAll("status"),
    sort,
    reverse: params.get("order") === "reverse",
  };
}

function tagsFromParams(params: URLSearchParams): RequestTag[] {
  const tags: RequestTag[] = [];
  // One more than allowed is kept, so that the finding says so.
  for (let n = 1; n <= MAX_TAGS + 1; n += 1) {
    const key = params.get(`Tag.${n}.Key`);
    const value = params.get(`Tag.${n}.Value`);
    if (key === null && value === null) break;
    tags.push({ Key: key ?? "", ...(value !== null && { Value: value }) });
  }
  return tags;
}

/** The query of a URL that brings the same list again. */
export function paramsFromFilters(filters: ListFilters): URLSearchParams {
  const params = new URLSearchParams();
  for (const name of [...TEXT_PARAMETERS, ...CHOICE_PARAMETERS, ...FURTHER, "Timed"] as const) {
    const value = filters.request[name];
    if (value !== undefined && value !== "") params.set(name, String(value));
  }
  for (const [index, tag] of (filters.request.Tag ?? []).entries()) {
    params.set(`Tag.${index + 1}.Key`, tag.Key ?? "");
    if (tag.Value !== undefined) params.set(`Tag.${index + 1}.Value`, tag.Value);
  }
  if (filters.text !== "") params.set("q", filters.text);
  for (const status of filters.statuses) params.append("status", status);
  if (filters.sort !== "created") params.set("sort", filters.sort);
  if (filters.reverse) params.set("order", "reverse");
  return params;
}

/** How many filters the service is asked to apply. */
export function requestSize(request: InvocationRequest): number {
  return Object.entries(request).reduce(
    (size, [name, value]) =>
      size + (name === "Tag" ? (request.Tag?.length ?? 0) : value === undefined ? 0 : 1),
    0,
  );
}

/** The rules that a request breaks or meets, by the field they concern: `InstanceId`, `Tag[2].Key`. */
export function findingsOf(request: InvocationRequest, regionId: string): Finding[] {
  // The region is chosen elsewhere, and a page without one has said so there.
  return validateRequest({ ...request, RegionId: regionId === "" ? "cn-hangzhou" : regionId });
}

/** What the store is asked for. */
export function storeQuery(filters: ListFilters): ListQuery {
  const text = filters.text.trim();
  return {
    sort: filters.sort,
    reverse: filters.reverse,
    ...(text !== "" && { text }),
    ...(filters.statuses.length > 0 && { statuses: filters.statuses }),
  };
}

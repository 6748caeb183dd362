import { ApiError, missingParameter } from "../rpc/errors.ts";
import { regionKind } from "./regions.ts";
import { readTagFilters, type TagFilter } from "./tag-filter.ts";

/** What both actions take, checked. An undefined filter lets every run pass. */
export interface Query {
  regionId: string;
  invokeId: string | undefined;
  commandId: string | undefined;
  instanceId: string | undefined;
  resourceGroupId: string | undefined;
  tags: TagFilter[];
  plainText: boolean;
}

/**
 * Reads the parameters that both actions share.
 * @throws ApiError for a missing or unknown region, a broken tag rule or an unknown encoding.
 */
export function readQuery(parameters: ReadonlyMap<string, string>): Query {
  const regionId = optional(parameters, "RegionId");
  if (regionId === undefined) throw missingParameter("RegionId");
  const region = regionKind(regionId);
  if (region === "unknown") throw new ApiError("InvalidRegionId.NotFound");
  if (region === "not-supported") throw new ApiError("RegionId.ApiNotSupported");
  const encoding = optional(parameters, "ContentEncoding") ?? "Base64";
  if (encoding !== "Base64" && encoding !== "PlainText") throw invalidParameter("ContentEncoding");
  return {
    regionId,
    invokeId: optional(parameters, "InvokeId"),
    commandId: optional(parameters, "CommandId"),
    instanceId: optional(parameters, "InstanceId"),
    resourceGroupId: optional(parameters, "ResourceGroupId"),
    tags: readTagFilters(parameters),
    plainText: encoding === "PlainText",
  };
}

/** A text parameter; the empty string counts as not given. */
export function optional(parameters: ReadonlyMap<string, string>, name: string): string | undefined {
  return parameters.get(name) || undefined;
}

/** A Boolean parameter, in any letter case, since Python's SDK writes `True`. */
export function optionalBoolean(parameters: ReadonlyMap<string, string>, name: string): boolean | undefined {
  const text = optional(parameters, name)?.toLowerCase();
  if (text === undefined) return undefined;
  if (text !== "true" && text !== "false") throw invalidParameter(name);
  return text === "true";
}

/** The parameters that choose rows, as one text: a token is bound to it. */
export function filterText(action: string, parameters: ReadonlyMap<string, string>): string {
  const filters = [...parameters].filter(([name]) => FILTERS.has(name) || name.startsWith("Tag."));
  return JSON.stringify([action, filters.sort(([left], [right]) => (left < right ? -1 : 1))]);
}

const FILTERS = new Set([
  "RegionId",
  "InvokeId",
  "CommandId",
  "CommandName",
  "CommandType",
  "InstanceId",
  "InvokeStatus",
  "InvokeRecordStatus",
  "IncludeHistory",
  "RepeatMode",
  "ResourceGroupId",
  "Timed",
]);

function invalidParameter(name: string): ApiError {
  return new ApiError("InvalidParameter", `The specified parameter ${name} is not valid.`);
}

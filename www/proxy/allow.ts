import { isRegionId } from "./endpoints.ts";
import { Problem } from "./problem.ts";

/** The two read-only actions that the proxy may call. Nothing that runs, stops or changes a command. */
export type Action = "DescribeInvocations" | "DescribeInvocationResults";

/** A parameter of the endpoint, flattened to its name and text in the query, for example `Tag.1.Key`. */
export type Query = Readonly<Record<string, string>>;

type Check = (name: string, value: unknown, into: Record<string, string>) => void;

/** Sets a cap on free text; control characters are refused since no documented value has one. */
function text(maxLength: number): Check {
  return (name, value, into) => {
    if (typeof value !== "string") throw invalid(name, "a string");
    if (value.length === 0 || value.length > maxLength) throw invalid(name, `1 to ${maxLength} characters`);
    if (hasControlCharacter(value)) throw invalid(name, "text without control characters");
    into[name] = value;
  };
}

function oneOf(...values: readonly string[]): Check {
  return (name, value, into) => {
    if (typeof value !== "string" || !values.includes(value))
      throw invalid(name, `one of ${values.join(", ")}`);
    into[name] = value;
  };
}

function integer(min: number, max: number): Check {
  return (name, value, into) => {
    if (typeof value !== "number" || !Number.isInteger(value) || value < min || value > max) {
      throw invalid(name, `a whole number from ${min} to ${max}`);
    }
    into[name] = String(value);
  };
}

const flag: Check = (name, value, into) => {
  if (typeof value !== "boolean") throw invalid(name, "true or false");
  into[name] = String(value);
};

const MAX_TAGS = 20;

const tags: Check = (name, value, into) => {
  if (!Array.isArray(value) || value.length > MAX_TAGS)
    throw invalid(name, `an array of at most ${MAX_TAGS} tags`);
  value.forEach((tag: unknown, index) => {
    const prefix = `${name}.${index + 1}`;
    if (!isPlainObject(tag)) throw invalid(prefix, "an object {Key, Value}");
    for (const [key, part] of Object.entries(tag)) {
      if (key === "Key") text(64)(`${prefix}.Key`, part, into);
      else if (key !== "Value") throw unknown(prefix);
      // An empty value is documented; it selects resources whose tag has no value.
      else if (part === "") into[`${prefix}.Value`] = "";
      else text(128)(`${prefix}.Value`, part, into);
    }
    if (!Object.hasOwn(tag, "Key")) throw new Problem("MissingParameter", `${prefix}.Key is required`);
  });
};

const id = text(128);

const SHARED: readonly (readonly [string, Check])[] = [
  ["InvokeId", id],
  ["CommandId", id],
  ["InstanceId", id],
  ["ResourceGroupId", id],
  ["ContentEncoding", oneOf("Base64", "PlainText")],
  ["MaxResults", integer(1, 50)],
  // The token is opaque and goes into a URL; the documented examples have fewer than 200 characters.
  ["NextToken", text(4096)],
  ["PageNumber", integer(1, 1_000_000)],
  ["PageSize", integer(1, 50)],
  ["Tag", tags],
];

/**
 * What may be sent, per action. `Owner*` and `ResourceOwner*`, which the SDK knows and the API page does not,
 * are left out on purpose: they reach for the resources of another account.
 */
const PARAMETERS: Readonly<Record<Action, ReadonlyMap<string, Check>>> = {
  DescribeInvocations: new Map<string, Check>([
    ...SHARED,
    ["CommandName", text(256)],
    ["CommandType", oneOf("RunBatScript", "RunPowerShellScript", "RunShellScript")],
    ["Timed", flag],
    [
      "InvokeStatus",
      oneOf(
        "Running",
        "Finished",
        "Success",
        "Failed",
        "PartialFailed",
        "Stopped",
        "Stopping",
        "Pending",
        "Scheduled",
      ),
    ],
    ["IncludeOutput", flag],
    ["RepeatMode", oneOf("Once", "Period", "NextRebootOnly", "EveryReboot")],
  ]),
  DescribeInvocationResults: new Map<string, Check>([
    ...SHARED,
    ["IncludeHistory", flag],
    [
      "InvokeRecordStatus",
      oneOf("Running", "Finished", "Success", "Failed", "PartialFailed", "Stopped", "Stopping"),
    ],
  ]),
};

/** The names of the parameters that an action lets through, `RegionId` first. */
export function parameterNames(action: Action): readonly string[] {
  return ["RegionId", ...PARAMETERS[action].keys()];
}

/** A request that passed: where it goes and what is sent. */
export interface AllowedCall {
  readonly action: Action;
  readonly region: string;
  readonly query: Query;
}

/**
 * Lets a JSON body through when each of its keys is a known parameter with an allowed value.
 *
 * The result is built anew from checked values; the body itself goes no further.
 * @throws Problem `UnknownParameter`, `InvalidParameter`, `MissingParameter` or `RegionNotAllowed`.
 */
export function allowCall(action: Action, body: unknown, regions: ReadonlySet<string>): AllowedCall {
  if (!isPlainObject(body)) throw new Problem("InvalidBody", "the body must be a JSON object");
  const checks = PARAMETERS[action];
  const query: Record<string, string> = {};
  let region: string | undefined;
  for (const [name, value] of Object.entries(body)) {
    if (name === "RegionId") {
      region = allowRegion(value, regions);
      query.RegionId = region;
      continue;
    }
    const check = checks.get(name);
    if (check === undefined) throw unknown();
    check(name, value, query);
  }
  if (region === undefined) throw new Problem("MissingParameter", "RegionId is required");
  return { action, region, query };
}

function allowRegion(value: unknown, regions: ReadonlySet<string>): string {
  if (typeof value !== "string" || !isRegionId(value) || !regions.has(value)) {
    throw new Problem("RegionNotAllowed", "RegionId is not in the list of allowed regions");
  }
  return value;
}

function isPlainObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function hasControlCharacter(value: string): boolean {
  for (let index = 0; index < value.length; index += 1) {
    const unit = value.charCodeAt(index);
    if (unit < 0x20 || unit === 0x7f) return true;
  }
  // A lone surrogate has no UTF-8 form; encodeURIComponent would throw on it while signing.
  return /\p{Surrogate}/u.test(value);
}

function invalid(name: string, expected: string): Problem {
  return new Problem("InvalidParameter", `${name} must be ${expected}`);
}

function unknown(where?: string): Problem {
  const place = where === undefined ? "the body" : where;
  return new Problem("UnknownParameter", `${place} has a key that is not a parameter of this action`);
}

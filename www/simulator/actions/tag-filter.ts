import { ApiError } from "../rpc/errors.ts";

/** A tag that runs must carry; without a value any value will do. */
export interface TagFilter {
  key: string;
  value: string | undefined;
}

const MAX_TAGS = 20;
const MAX_KEY_LENGTH = 64;
const MAX_VALUE_LENGTH = 128;

/**
 * Reads `Tag.N.Key` and `Tag.N.Value`.
 * @throws ApiError with the documented code of the first rule that is broken.
 */
export function readTagFilters(parameters: ReadonlyMap<string, string>): TagFilter[] {
  const keys = new Map<number, string>();
  const values = new Map<number, string>();
  for (const [name, text] of parameters) {
    const match = /^Tag\.(\d+)\.(Key|Value)$/.exec(name);
    if (match === null) continue;
    (match[2] === "Key" ? keys : values).set(Number(match[1]), text);
  }
  const numbers = [...new Set([...keys.keys(), ...values.keys()])].sort((left, right) => left - right);
  if (numbers.length > MAX_TAGS || numbers.some((number) => number < 1 || number > MAX_TAGS)) {
    throw new ApiError("NumberExceed.Tags");
  }
  const filters = numbers.map((number) => {
    const key = keys.get(number);
    if (key === undefined) throw new ApiError("MissingParameter.TagKey");
    const value = values.get(number);
    checkKey(key);
    if (value !== undefined) checkValue(value);
    return { key, value };
  });
  if (new Set(filters.map(({ key }) => key)).size < filters.length) throw new ApiError("Duplicate.TagKey");
  return filters;
}

function checkKey(key: string): void {
  const isReserved = /^(aliyun|acs:)/i.test(key);
  if (key === "" || [...key].length > MAX_KEY_LENGTH || isReserved || hasUrl(key)) {
    throw new ApiError("InvalidTagKey.Malformed");
  }
}

function checkValue(value: string): void {
  if ([...value].length > MAX_VALUE_LENGTH || hasUrl(value)) throw new ApiError("InvalidTagValue.Malformed");
}

function hasUrl(text: string): boolean {
  return /https?:\/\//i.test(text);
}

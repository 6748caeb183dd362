import { encodeRequest, type InvocationRequest } from "invoscope";

/** The request as a line for the official command-line tool. */
export function cliLine(request: InvocationRequest, regionId: string): string {
  const pairs = encodeRequest({ MaxResults: 50, ...request, RegionId: regionId }, "DescribeInvocations");
  return [
    "aliyun ecs DescribeInvocations",
    ...pairs.map(([name, value]) => `--${name} ${quoted(value)}`),
  ].join(" ");
}

/** Safe in every POSIX shell: what is not plain stands in single quotes. */
export function quoted(value: string): string {
  return /^[\w.,:@%+/-]+$/.test(value) ? value : `'${value.replaceAll("'", `'\\''`)}'`;
}

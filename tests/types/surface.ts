// Checked by tsc alone, against the packed package, under each module resolution. See types.test.ts.
import init, {
  ApiError,
  type InstanceErrorCode,
  type InstanceStatus,
  InvocationClient,
  InvocationStore,
  type InvoscopeError,
  type InvoscopeErrorCode,
  isInvoscopeError,
  type Page,
  type parse,
  type RunRow,
  type Summary,
} from "invoscope";
import { createProxy, type ProxyHandler } from "invoscope/proxy";
import initSlim, { type parse as parseSlim } from "invoscope/slim";

type Equal<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
type Is<T extends true> = T;

// Open unions take what the service may add…
export const statuses: readonly InstanceStatus[] = ["Success", "Hibernating"];
export const codes: readonly InstanceErrorCode[] = ["ClientNotRunning", "SomethingNew"];
export const libraryCodes: readonly InvoscopeErrorCode[] = [
  "json-syntax",
  "not-ready",
  "texts-not-loaded",
  "something-new",
];
// …and still complete what is known: `string` alone would have swallowed the literals.
export type StaysOpen = Is<Equal<Equal<InstanceStatus, string>, false>>;
export type KnowsSuccess = Is<Equal<Extract<InstanceStatus, "Success">, "Success">>;
export type KnowsNotReady = Is<Equal<Extract<InvoscopeErrorCode, "not-ready">, "not-ready">>;
// @ts-expect-error A status is text.
export const noStatus: InstanceStatus = 1;

// Results are not for writing.
export function writes(page: Page, row: RunRow, summary: Summary): void {
  // @ts-expect-error Read only.
  page.invocations = [];
  // @ts-expect-error Read only.
  page.invocations.push(page.invocations[0]);
  // @ts-expect-error Read only.
  row.status = "Success";
  // @ts-expect-error Read only.
  summary.headline.en = "";
}

// What is missing is `undefined`, not a default.
export type ExitCodeMayMiss = Is<Equal<undefined extends Page["nextToken"] ? true : false, true>>;

// Errors are known by a question, and have a code after it.
export function codeOf(error: unknown): InvoscopeErrorCode | undefined {
  if (error instanceof ApiError) return error.code;
  if (!isInvoscopeError(error)) return undefined;
  const known: InvoscopeError = error;
  const offset: number | undefined = known.offset;
  return offset === undefined ? known.code : `${known.code}`;
}

// Both ways to start, and what they need.
export const started: Promise<void> = init(undefined, { locale: "zh-CN" });
// @ts-expect-error The slim entry has no module of its own.
initSlim();
export const startSlim = (bytes: Uint8Array<ArrayBuffer>): void => initSlim(bytes);

// The same functions in every entry.
export type SameParse = Is<Equal<typeof parse, typeof parseSlim>>;

// Handles are left with the block.
export function headline(body: Uint8Array): string | undefined {
  using store = new InvocationStore();
  const { invokeIds } = store.ingest(body, { includeOutput: true });
  const [id] = invokeIds;
  return id === undefined ? undefined : store.summary(id)?.headline.en;
}

// The API's own names in requests.
export const client = new InvocationClient({ endpoint: "/api/v1", regionId: "cn-hangzhou" });
export const page = client.page({ InvokeId: "t-1", IncludeOutput: true });
// @ts-expect-error An option that does not exist.
new InvocationClient({ endpoint: "/api/v1", regionId: "cn-hangzhou", secret: "x" });

export const proxy: ProxyHandler = createProxy({ regions: ["cn-hangzhou"] });

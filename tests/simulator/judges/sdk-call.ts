/** One question to an official SDK, in the API's own names. */
export interface SdkCall {
  action: "DescribeInvocations" | "DescribeInvocationResults";
  parameters: Record<string, unknown>;
  /** Follow NextToken to the end. */
  allPages?: boolean;
}

/** What the SDK made of the answers. */
export type SdkAnswer =
  | { records: Record<string, unknown>[]; pages: number }
  | { error: string; status: number | undefined };

/** Where an SDK is pointed at, and as whom. */
export interface SdkTarget {
  /** Such as `http://127.0.0.1:8123/`. */
  url: string;
  accessKeyId: string;
  accessKeySecret: string;
}

/** An official SDK that answers questions about an endpoint. */
export type SdkJudge = (target: SdkTarget, calls: readonly SdkCall[]) => Promise<SdkAnswer[]>;

/**
 * The API's errors: code, HTTP status and message.
 * The first block is the error table of the DescribeInvocations page, the second the gateway's common errors.
 */
const CATALOG = {
  "RegionId.ApiNotSupported": [400, "The api is not supported in this region."],
  "NumberExceed.Tags": [400, "The Tags parameter number is exceed."],
  "Duplicate.TagKey": [400, "The Tag.N.Key contain duplicate key."],
  "InvalidTagKey.Malformed": [400, "The specified Tag.n.Key is not valid."],
  "InvalidTagValue.Malformed": [400, "The specified Tag.n.Value is not valid."],
  "MissingParameter.TagKey": [400, "You must specify Tag.N.Key."],
  "InvalidParam.PageNumber": [400, "The specified parameter is invalid."],
  "InvalidParam.PageSize": [400, "The specified parameter is invalid."],
  "InvalidParameter.NextToken": [400, "The specified parameter NextToken is not valid."],
  "InvalidParameter.MaxResults": [400, "The specified parameter MaxResults is not valid."],
  "Operation.Forbidden": [403, "The operation is not permitted."],
  "InvalidRegionId.NotFound": [404, "The RegionId provided does not exist in our records."],
  "InternalError.Dispatch": [500, "An error occurred when you dispatched the request."],

  MissingParameter: [
    400,
    "The input parameter that is mandatory for processing this request is not supplied.",
  ],
  InvalidParameter: [400, "The specified parameter is not valid."],
  InvalidVersion: [400, "Specified parameter Version is not valid."],
  "InvalidAction.NotFound": [404, "Specified api is not found, please check your url and method."],
  IncompleteSignature: [400, "The request signature does not conform to Aliyun standards."],
  SignatureDoesNotMatch: [400, "Specified signature is not matched with our calculation."],
  SignatureNonceUsed: [400, "Specified signature nonce was used already."],
  "InvalidAccessKeyId.NotFound": [404, "Specified access key is not found."],
  "InvalidTimeStamp.Expired": [400, "Specified time stamp or date value is expired."],
  "InvalidTimeStamp.Format": [400, "Specified time stamp or date value is not well formatted."],
  MissingSecurityToken: [400, "SecurityToken is mandatory for this action."],
  "InvalidSecurityToken.Expired": [403, "Specified SecurityToken is expired."],
  "InvalidSecurityToken.Malformed": [400, "Specified SecurityToken is malformed."],
  "InvalidSecurityToken.MismatchWithAccessKey": [400, "Specified SecurityToken mismatch with the AccessKey."],
  Throttling: [400, "Request was denied due to request throttling."],
  "Throttling.User": [400, "Request was denied due to user flow control."],
  InternalError: [500, "The request processing has failed due to some unknown error."],
  ServiceUnavailable: [503, "The request has failed due to a temporary failure of the server."],
} as const satisfies Record<string, readonly [number, string]>;

/** A code that the simulator answers with. */
export type ApiErrorCode = keyof typeof CATALOG;

/** A refusal that becomes the API's error envelope. */
export class ApiError extends Error {
  readonly code: ApiErrorCode;
  readonly status: number;

  constructor(code: ApiErrorCode, message: string = CATALOG[code][1]) {
    super(message);
    this.name = "ApiError";
    this.code = code;
    this.status = CATALOG[code][0];
  }
}

/** `MissingParameter` that names what is missing, in the gateway's words. */
export function missingParameter(name: string): ApiError {
  return new ApiError(
    "MissingParameter",
    `The input parameter "${name}" that is mandatory for processing this request is not supplied.`,
  );
}

/** The body of an error answer. */
export interface ErrorEnvelope {
  RequestId: string;
  HostId: string;
  Code: string;
  Message: string;
  Recommend: string;
}

/** The envelope of one error. */
export function errorEnvelope(error: ApiError, requestId: string, hostId: string): ErrorEnvelope {
  const query = new URLSearchParams({
    intl_lang: "EN_US",
    q: error.code,
    product: "Ecs",
    requestId,
  });
  return {
    RequestId: requestId,
    HostId: hostId,
    Code: error.code,
    Message: error.message,
    Recommend: `https://api.alibabacloud.com/troubleshoot?${query}`,
  };
}

//! English texts of API errors.

pub(super) const TEXTS: &str = r"
api/RegionId.ApiNotSupported
API not supported in this region
The region does not support this API.
Compare RegionId with the list of regions.
Use a region that supports it.

api/NumberExceed.Tags
Too many tags
More than 20 tags were given.
Count Tag.N.
Use 20 or fewer.

api/Duplicate.TagKey
Duplicate tag key
Tag.N.Key contains a key twice.
Find the equal keys.
Keep each key once.

api/InvalidTagKey.Malformed
Tag key is malformed
A key has 1–64 characters, no prefix aliyun or acs:, no http:// or https://.
Check each Tag.N.Key.
Correct the key.

api/InvalidTagValue.Malformed
Tag value is malformed
A value has at most 128 characters, no http:// or https://.
Check each Tag.N.Value.
Correct the value.

api/MissingParameter.TagKey
Tag key is missing
Tag.N.Value was given without Tag.N.Key.
Check the numbering of Tag.N.
Add Tag.N.Key.

api/InvalidParam.PageNumber
PageNumber is invalid
PageNumber is invalid; the parameter is being retired.
Is it mixed with NextToken?
Use MaxResults and NextToken.

api/InvalidParam.PageSize
PageSize is invalid
PageSize is invalid (maximum 50); the parameter is being retired.
Is it mixed with NextToken?
Use MaxResults and NextToken.

api/InvalidParameter.NextToken
NextToken is invalid
The token was altered, is old, or belongs to another query.
Is it passed back unchanged, with unchanged filters?
Drop NextToken and start from the first page.

api/InvalidParameter.MaxResults
MaxResults is invalid
MaxResults must be 1–50.
Check the value.
Use 1–50.

api/Operation.Forbidden
Operation is not permitted
The account may not perform this operation.
Check account state, overdue payment, risk control, resource owner.
Ask the account admin; without a cause, open a ticket with the RequestId.

api/InvalidRegionId.NotFound
Region does not exist
The RegionId is unknown.
Check the spelling, such as cn-hangzhou.
Correct RegionId.

api/InternalError
Internal error of the service
Alibaba Cloud failed to process or dispatch the request; a query may be repeated safely.
Does it persist, in one region only?
Back off and retry; if it stays, open a ticket with the RequestId.

api/ServiceUnavailable
Service unavailable
The service cannot handle the request for now; a query may be repeated safely.
See the Alibaba Cloud health status page.
Back off and retry.

api/UnknownError
Unknown error of the service
The service returned an unknown error; a query may be repeated safely.
Does it persist?
Back off and retry; if it stays, open a ticket with the RequestId.

api/Throttling
Request was throttled
Too many calls. The quota is per account, region and API, shared with console and Terraform; it opens again in the next minute.
Who else calls: console, other pollers, Terraform?
Pause until the next minute, honour x-acs-retry-after; poll less or use task events.

api/Throttling.User
Account was throttled
This account calls too often; its console is limited along with it.
Who else calls with this account?
Pause until the next minute; poll less or ask for a higher quota.

api/Throttling.Api
API was throttled
This API is called too often overall.
Is only this API limited?
Pause until the next minute and poll more slowly.

api/InvalidAccessKeyId
AccessKey unknown or inactive
The AccessKey ID is unknown, disabled or deleted; a missing or expired STS token looks the same.
Check key and SecurityToken.
Use a valid AccessKey or refresh the credentials, restart the proxy.

api/SignatureDoesNotMatch
Signature does not match
The signature differs from the one computed by the service: wrong AccessKey secret, or parameters changed after signing.
Spaces or cuts in the secret? Does a middlebox rewrite requests?
Correct the secret; sign with the official SDK.

api/IncompleteSignature
Signature is incomplete
The signature lacks a part or breaks the rules.
Compare headers with the signing documentation.
Sign with the official SDK.

api/InvalidTimeStamp
Request time is invalid or expired
The signing time is malformed or more than 15 minutes off.
Compare the UTC clock of the proxy host.
Sync the clock by NTP and retry.

api/SignatureNonceUsed
Signature nonce was used
The same SignatureNonce was sent twice.
Does something resend requests unchanged?
Sign every retry anew with a fresh nonce.

api/Forbidden.RAM
RAM permission missing
The RAM user or role may not call this API or read this resource.
Needed: ecs:DescribeInvocations, ecs:DescribeInvocationResults; read AccessDeniedDetail.
Let the account admin grant them, then retry.

api/Forbidden
Access is forbidden
The account lacks permission, is not verified, or is under risk control.
Read Message and the account state.
Let the account admin resolve it, then retry.

api/InvalidSecurityToken
STS token invalid or expired
The SecurityToken is expired, malformed or does not belong to the AccessKey.
Check its expiry; do all three parts come from one issue?
Get new STS credentials, then retry.

api/MissingParameter
Parameter is missing
A required parameter is missing.
Message names it.
Add it and retry.

api/InvalidParameter
Parameter is invalid
A parameter has an invalid value.
Message names it.
Correct it and retry.

api/http/429
HTTP 429: too many requests
The proxy or the service limits the call rate.
Read Retry-After or x-acs-retry-after.
Wait that long, then poll more slowly.

api/http/5xx
HTTP {http}: server error
Service or gateway failed; a query may be repeated safely.
Does it persist? Does the answer come from a gateway in between?
Back off and retry; if it stays, open a ticket with the RequestId.";

//! Chinese texts of API errors.

pub(super) const TEXTS: &str = r"
api/RegionId.ApiNotSupported
地域不支持该 API
指定地域不支持调用此 API。
核对 RegionId。
换用支持的地域。

api/NumberExceed.Tags
标签数超过上限
Tag 超过 20 个。
数一数 Tag.N。
减少到 20 个以内。

api/Duplicate.TagKey
标签键重复
Tag.N.Key 中有重复的键。
找出相同的键。
每个键只保留一个。

api/InvalidTagKey.Malformed
标签键不合法
键须为 1～64 个字符，不以 aliyun 或 acs: 开头，不含 http:// 或 https://。
逐个核对 Tag.N.Key。
改正标签键。

api/InvalidTagValue.Malformed
标签值不合法
值不超过 128 个字符，不含 http:// 或 https://。
逐个核对 Tag.N.Value。
改正标签值。

api/MissingParameter.TagKey
缺少标签键
给了 Tag.N.Value，没给 Tag.N.Key。
核对 Tag.N 的编号。
补上 Tag.N.Key。

api/InvalidParam.PageNumber
PageNumber 无效
PageNumber 不合法；该参数即将下线。
是否与 NextToken 混用。
改用 MaxResults 和 NextToken。

api/InvalidParam.PageSize
PageSize 无效
PageSize 不合法（最大 50）；该参数即将下线。
是否与 NextToken 混用。
改用 MaxResults 和 NextToken。

api/InvalidParameter.NextToken
NextToken 不合法
凭证被改动、已过期，或与本次查询条件不符。
是否原样传回；翻页期间条件是否改变。
去掉 NextToken，从首页重新查询。

api/InvalidParameter.MaxResults
MaxResults 不合法
MaxResults 须为 1～50。
核对取值。
改为 1～50。

api/Operation.Forbidden
操作不被允许
账号不允许进行该操作。
账号状态、欠费、风控、资源归属。
由账号管理员处理；不明原因请提交工单并附 RequestId。

api/InvalidRegionId.NotFound
地域不存在
RegionId 不存在。
核对拼写，如 cn-hangzhou。
改正 RegionId。

api/InternalError
服务端内部错误
阿里云处理或分发请求时出错；查询可安全重试。
是否持续出现、是否只在一个地域。
退避后重试；持续出现请提交工单并附 RequestId。

api/ServiceUnavailable
服务暂不可用
服务暂时无法处理请求；查询可安全重试。
阿里云健康状态页。
退避后重试。

api/UnknownError
服务端未知错误
服务端返回未知错误；查询可安全重试。
是否持续出现。
退避后重试；持续出现请提交工单并附 RequestId。

api/Throttling
请求被限流
调用频率超限。配额按账号、地域、API 计，控制台和 Terraform 共用；本分钟超限，下一分钟才恢复。
还有谁在调用：控制台、其他轮询、Terraform。
停到下一分钟，按 x-acs-retry-after 退避；减少轮询或改用任务事件。

api/Throttling.User
账号请求被限流
本账号的调用频率超限，同一账号的控制台等一起受限。
还有谁在用同一账号调用。
停到下一分钟再试；减少轮询或申请提升配额。

api/Throttling.Api
API 被限流
该 API 的总调用频率超限。
是否只有这个 API 受限。
停到下一分钟再试，放慢轮询。

api/InvalidAccessKeyId
AccessKey 不存在或已停用
AccessKey ID 不存在、已禁用或已删除；临时凭证过期或缺 SecurityToken 也会如此。
核对密钥和 SecurityToken。
换用有效的 AccessKey 或刷新凭证，重启代理。

api/SignatureDoesNotMatch
签名不匹配
签名与服务端计算的不同，多为 AccessKey Secret 错误或参数在签名后被改动。
密钥有无空格或截断；中间代理是否改写请求。
改正 Secret；用官方 SDK 签名。

api/IncompleteSignature
签名不完整
签名缺少要素或不合规范。
比较请求头与签名文档。
用官方 SDK 签名。

api/InvalidTimeStamp
请求时间无效或过期
签名时间格式错误，或与服务端相差超过 15 分钟。
比较代理主机的 UTC 时间。
用 NTP 校时后重试。

api/SignatureNonceUsed
签名随机数已使用
同一 SignatureNonce 被重复发送。
是否有中间件原样重发了请求。
每次重试都重新签名，使用新的随机数。

api/Forbidden.RAM
RAM 权限不足
RAM 用户或角色没有该 API 或资源的权限。
需要 ecs:DescribeInvocations、ecs:DescribeInvocationResults；看 AccessDeniedDetail。
由账号管理员授权后重试。

api/Forbidden
访问被禁止
账号没有权限、未实名，或被风控限制。
看 Message 和账号状态。
由账号管理员处理后重试。

api/InvalidSecurityToken
STS 凭证无效或过期
SecurityToken 过期、格式错误，或与 AccessKey 不配对。
看凭证有效期；三者是否来自同一次签发。
重新获取 STS 凭证后重试。

api/MissingParameter
缺少参数
缺少必填参数。
Message 写明了参数名。
补上参数后重试。

api/InvalidParameter
参数不合法
某个参数的取值不合法。
Message 写明了参数名。
改正参数后重试。

api/http/429
HTTP 429：请求过多
代理或服务端限制了调用频率。
看 Retry-After 或 x-acs-retry-after。
等到所示时间再试，放慢轮询。

api/http/5xx
HTTP {http}：服务端错误
服务端或网关出错；查询可安全重试。
是否持续出现；响应是否来自中间网关。
退避后重试；持续出现请提交工单并附 RequestId。";

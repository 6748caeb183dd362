/** States that every view may be in. */
export const en = {
  loading: "Loading…",
  loadingOutputs: (done: number, all: number): string =>
    all > 1 ? `Reading outputs, ${done} of ${all} parts…` : "Reading outputs…",
  throttled: (seconds: number): string =>
    `The service is throttling this account. Asking again in ${seconds} s. The quota is shared with the ECS console and Terraform.`,
  networkTitle: "The proxy does not answer",
  networkText:
    "No answer came from the signing proxy. Check that it is running and reachable from this browser.",
  budgetTitle: "This minute's calls are used up",
  budgetText:
    "The proxy makes only so many calls a minute, so that the ECS console and Terraform, which share the quota, are not locked out. It answers again in the next minute.",
  upstreamTitle: "The service did not answer the proxy",
  upstreamText:
    "The signing proxy works, but what came from the service's endpoint was late, broken or nothing at all. If that stays, check the proxy's way to the endpoint.",
  notFoundTitle: "No such run",
  notFoundText:
    "The service has no run with this id in this region. Results are kept for about four weeks; the run may also belong to another region or account.",
  partNotFoundTitle: (missing: number, all: number): string =>
    `${missing} of the ${all} runs ${missing === 1 ? "is" : "are"} not there`,
  partNotFoundText:
    "The service has no run with the ids below in this region. Results are kept for about four weeks; the other runs of the set can still be opened.",
  forbiddenTitle: "The account may not read this",
  forbiddenText: "The proxy's account lacks a permission. Ask its administrator for this RAM policy:",
  tokenTitle: "The proxy wants a token",
  tokenText: "The proxy refused the call because no valid token was sent.",
  malformedTitle: "The answer could not be read",
  malformedText: "What came is not an answer of the API. What was read before is unchanged.",
  repeatedTitle: "The service repeated a page",
  repeatedText:
    "Its answer points back to a page that was read, so reading on would go round in a circle. Asking once more may mend it.",
  apiTitle: "The service refused the request",
  noWasmTitle: "This browser cannot run the viewer",
  noWasmText:
    "The viewer needs WebAssembly, which is missing or blocked here. Use a current browser, and allow 'wasm-unsafe-eval' in the page's content security policy.",
  copyReport: "Copy report",
  copyPolicy: "Copy policy",
  copyIds: "Copy ids",
  freeIn: (seconds: number): string => `The quota is free again in ${seconds} s.`,
  retryIn: (seconds: number): string => `Trying again in ${seconds} s.`,
  throttledTitle: (seconds: number): string => `Throttled. Asking again in ${seconds} s.`,
  throttledText: "The call quota is shared by account, region and API with the ECS console and Terraform.",
  throttledSay: (time: string): string => `Throttled. Asking again at ${time}.`,
  staleAt: (time: string): string => `What is shown was read at ${time}.`,
  outputsMissing: "The statuses are here, but outputs could not be read.",
  openRest: (runs: number): string =>
    runs === 1 ? "Open the run that is there" : `Open the ${runs} runs that are there`,
};

export const zh: typeof en = {
  loading: "加载中…",
  loadingOutputs: (done, all) => (all > 1 ? `正在读取输出，第 ${done}/${all} 部分…` : "正在读取输出…"),
  throttled: (seconds) => `服务正在对该账号限流，${seconds} 秒后重试。配额与 ECS 控制台、Terraform 共用。`,
  networkTitle: "代理没有响应",
  networkText: "签名代理没有返回结果。请检查它是否正在运行，以及浏览器能否访问它。",
  budgetTitle: "本分钟的调用次数已用完",
  budgetText: "代理限制每分钟的调用次数，以免影响共用配额的 ECS 控制台和 Terraform。下一分钟会恢复响应。",
  upstreamTitle: "服务没有正常响应代理",
  upstreamText: "签名代理工作正常，但服务端点的响应超时、损坏或为空。如果持续如此，请检查代理到端点的网络。",
  notFoundTitle: "没有找到这次执行",
  notFoundText: "服务在该地域没有这个 ID 的执行记录。结果约保留四周；它也可能属于其他地域或账号。",
  partNotFoundTitle: (missing, all) => `${all} 次执行中有 ${missing} 次没有找到`,
  partNotFoundText: "服务在该地域没有下列 ID 的执行记录。结果约保留四周；这一批中的其他执行仍可打开。",
  forbiddenTitle: "账号没有读取权限",
  forbiddenText: "代理所用账号缺少权限。请向管理员申请以下 RAM 策略：",
  tokenTitle: "代理需要令牌",
  tokenText: "请求没有携带有效令牌，被代理拒绝。",
  malformedTitle: "无法读取返回内容",
  malformedText: "收到的内容不是该 API 的返回结果。此前读取的内容保持不变。",
  repeatedTitle: "服务重复返回了同一页",
  repeatedText: "返回的凭证指向已读过的页，继续读取会陷入循环，因此已停止。再请求一次也许可以恢复。",
  apiTitle: "服务拒绝了请求",
  noWasmTitle: "此浏览器无法运行查看器",
  noWasmText:
    "查看器需要 WebAssembly，当前环境缺失或禁用了它。请使用较新的浏览器，并在页面的内容安全策略中允许 'wasm-unsafe-eval'。",
  copyReport: "复制报告",
  copyPolicy: "复制策略",
  copyIds: "复制 ID",
  freeIn: (seconds) => `${seconds} 秒后配额恢复。`,
  retryIn: (seconds) => `${seconds} 秒后重试。`,
  throttledTitle: (seconds) => `请求被限流，${seconds} 秒后重试。`,
  throttledText: "调用配额按账号、地域和 API 计算，与 ECS 控制台、Terraform 共用。",
  throttledSay: (time) => `请求被限流，${time} 重试。`,
  staleAt: (time) => `当前显示的内容读取于 ${time}。`,
  outputsMissing: "已读取状态，但未能读取输出。",
  openRest: (runs) => `打开仍存在的 ${runs} 次执行`,
};

//! Chinese texts of statuses.

pub(super) const TEXTS: &str = r"
status/instance/Pending
等待下发
系统正在校验或发送命令。
通常 1 分钟内改变。
等待；长时间不变则查云助手 Agent 心跳。

status/instance/Scheduled
等待定时执行
定时命令已送达，等待运行；单次执行不会出现。
看 Frequency 的下一次时间和时区。
无需处理。

status/instance/Running
执行中
命令正在实例上运行。
输出超过约 6 KB 后，结束前不再更新；这不代表卡住。
等待；到 Timeout 会被终止。

status/instance/Stopping
停止中
正在停止任务。
停止后是 Terminated 或 Cancelled。
等待。

status/instance/Success
执行成功
单次：已完成且退出码为 0。定时：最近一次退出码为 0，且计划已全部完成。
退出码 0 只说明脚本自己没有报错；看输出。
无需处理。

status/instance/Failed
执行失败
命令执行完成但退出码非 0。定时：最近一次退出码非 0，计划将中止。
看退出码和最后几行输出。
修正脚本后重新执行。

status/instance/Timeout
执行超时
超过 Timeout，进程被强制终止；没有退出码。
看输出停在哪一步。
加大 Timeout 或缩短脚本；先确认中断留下的状态。

status/instance/Error
执行异常
命令执行时发生异常，无法继续。
看 ErrorCode 和 ErrorInfo。
按错误代码处理。

status/instance/Invalid
命令不合法
命令类型或参数有误，没有执行。
看 ErrorCode：路径、用户、表达式、命令类型。
改正参数后重新执行。

status/instance/Aborted
发送失败
命令没有送达：实例须在运行中，且 1 分钟内送达。
看 ErrorCode：实例状态、Agent、安全组、网络。
按错误代码处理后重新执行；命令没有运行过。

status/instance/Cancelled
已取消
执行前被取消，命令未曾启动。
查操作审计中的 StopInvocation。
需要时重新执行。

status/instance/Terminated
被终止
运行中被终止，脚本停在半途；没有退出码。
查谁调用了 StopInvocation；看输出停在哪一步。
确认留下的状态后再执行。

status/invocation/Pending
总状态：等待下发
至少一台实例为 Pending。
按实例状态 Pending 筛选。
等待。

status/invocation/Scheduled
总状态：等待定时执行
至少一台实例为 Scheduled。
看 Frequency 的下一次时间。
无需处理。

status/invocation/Running
总状态：执行中
至少一台实例为 Running。
按实例状态 Running 筛选，看谁最慢。
等待。

status/invocation/Stopping
总状态：停止中
至少一台实例为 Stopping。
按实例状态 Stopping 筛选。
等待。

status/invocation/Success
总状态：成功
各实例均为 Success 或已停止，且至少一台 Success。
有无被取消或终止的实例。
无需处理。

status/invocation/Failed
总状态：失败
各实例均失败（Invalid、Aborted、Failed、Timeout、Error）或已停止，无一成功。
按错误代码和退出码分组。
逐组处理。

status/invocation/Stopped
总状态：已停止
各实例均为 Cancelled 或 Terminated。
哪些从未启动（Cancelled），哪些停在半途（Terminated）。
需要时重新执行；先确认半途停止的实例。

status/invocation/PartialFailed
总状态：部分失败
部分实例成功，部分实例失败。
只看失败的实例，按错误代码和退出码分组。
逐组处理，只对失败的实例重新执行。

status/legacy/Running
旧总状态：进行中
单次：有命令进程在进行。定时：手动停止前一直是 Running。
以 InvocationStatus 为准。
等待。

status/legacy/Finished
旧总状态：已完成
全部执行完成，或部分停止、其余完成。完成不等于成功。
看 InvocationStatus 和退出码。
无需处理；成败看 InvocationStatus。

status/legacy/Failed
旧总状态：失败
单次：所有实例全部执行失败。定时执行不会出现。
以 InvocationStatus 为准；按错误代码分组。
逐组处理。

status/legacy/Stopped
旧总状态：已停止
命令已被停止。
以 InvocationStatus 为准。
需要时重新执行。

status/legacy-instance/Running
旧实例状态：进行中
命令在进行；等待定时执行的实例也显示为 Running。
以实例的 InvocationStatus 为准。
等待。

status/legacy-instance/Finished
旧实例状态：已完成
命令执行完成。完成不等于成功：退出码可能非 0。
看实例的 InvocationStatus 和退出码。
无需处理；成败看 InvocationStatus。

status/legacy-instance/Failed
旧实例状态：失败
命令超时或异常。
看实例的 InvocationStatus 和 ErrorCode。
按错误代码处理。

status/legacy-instance/Stopped
旧实例状态：已停止
命令在该实例上被停止。
看 InvocationStatus：Cancelled 未启动，Terminated 停在半途。
确认状态后再执行。";

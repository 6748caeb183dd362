//! Chinese texts of per-instance error codes and of the errors of the agent.

pub(super) const TEXTS: &str = r"
error/none
没有错误
错误代码为空：命令运行正常。
退出码和输出仍要看：没有错误代码不等于结果符合预期。
无需处理。

error/InstanceNotExists
实例不存在
实例不存在或已释放。
核对实例 ID 和地域。
从目标列表中删除该实例，或改用替换它的新实例。

error/InstanceReleased
执行期间实例被释放
命令执行（或文件下发）期间实例被释放。
查弹性伸缩活动、抢占式实例回收和操作审计中的 DeleteInstance。
在替换它的实例上重新执行；长任务避开抢占式实例。

error/InstanceNotRunning
实例不在运行中
开始执行命令时，实例不在运行中（Running）状态。
查实例状态：是否已停止、启动中、欠费停机或被锁定。
启动实例，等待云助手心跳恢复后重新执行。

error/InstanceRestarted
执行期间实例重启
命令执行期间实例重启，脚本可能只运行了一部分。
确认是脚本自己、系统崩溃还是他人重启了实例。
确认脚本可重复执行后再运行；需要重启的步骤放在脚本最后。

error/InstanceDeregistered
托管实例已注销
目标托管实例已从云助手注销。
在托管实例列表中查找该 ID。
重新注册托管实例，用新 ID 执行。

error/CommandNotApplicable
命令类型不适用于实例
命令类型与实例操作系统不符：Bat、PowerShell 只用于 Windows，Shell 只用于 Linux。
比较命令类型与实例的 OSType。
按操作系统拆分目标，分别使用对应类型的命令。

error/AccountNotExists
指定的用户不存在
执行命令的用户名在实例中不存在。
在实例中查询该用户；注意拼写和大小写。
创建用户，或修改 Username。缺省用户：Linux 为 root，Windows 为 System。

error/DirectoryNotExists
执行路径不存在
指定的执行路径（WorkingDir）在实例中不存在。
在实例中查看该目录；确认数据盘已挂载。
创建目录、挂载数据盘，或修改 WorkingDir。

error/DefaultWorkingDirectoryNotAvailable
默认执行路径不可用
用户主目录不可用。默认：Linux 为 /root，Windows 为 C:\Windows\System32。
主目录是否存在、是否可访问。
恢复主目录，或用 WorkingDir 指定其他目录。

error/BadCronExpression
执行时间表达式不合法
定时表达式（Frequency）不合法。
格式：秒 分 时 日 月 周 [年] [时区]，或 rate(…)、at(…)。
修改表达式后重新执行。

error/ScheduleExpired
执行时间已过期
表达式指定的时间全部在过去，任务不会执行。
核对年份和时区：at() 缺省 UTC，cron 缺省实例时区。
改为将来的时间。

error/InvalidTimezone
GMT 时区偏移不合法
GMT 偏移的格式、小时或分钟不合法。
范围 GMT-12:59 至 GMT+14:59，小时不带前导零，分钟 0～59。
写成 GMT+8:00 形式，或用 Asia/Shanghai。

error/TimezoneInformationCorrupt
时区文件缺失或损坏
云助手 Agent 无法解析实例中的时区信息。
Linux 查 /usr/share/zoneinfo；Windows 查注册表 Time Zones 项。
重装 tzdata 或修复注册表项后重新执行。

error/InvalidRateExpression
rate 表达式不合法
rate() 不合法，或间隔超过 7 天。
形如 rate(5m)；60 秒到 7 天，且大于 Timeout。
修改间隔后重新执行。

error/InvalidAtExpression
at 表达式不合法
at() 的时间不合法。
形如 at(2030-06-06 13:15:30 Asia/Shanghai)，缺省时区 UTC。
修改时间后重新执行。

error/ClientNotRunning
云助手 Agent 未运行
云助手 Agent 已停止或未安装。
进程 aliyun-service（Windows：aliyun_assist_service）是否存在。
启动：systemctl start aliyun.service（无 systemd：/etc/init.d/aliyun-service start；Windows：启动 Aliyun Assist Service）。仍失败则重装 Agent。

error/ClientNotOnline
云助手 Agent 未连接服务端
Agent 没有与云助手服务端建立连接。
看心跳时间；在实例内测试连通性，正常返回 ok。
重启 Agent：systemctl restart aliyun.service；不通则检查安全组、DNS、路由。

error/ClientNotResponse
云助手 Agent 无响应
命令已下发，但 Agent 没有回报。
在 Agent 日志中查命令执行 ID：有，则命令可能已执行；没有，则没收到。
日志中没有该 ID：重新执行，仍失败则 systemctl restart aliyun.service。有：先确认命令的效果再决定。

error/ClientIsUpgrading
云助手 Agent 正在升级
执行任务时 Agent 正在升级。
看 Agent 版本和心跳是否已更新。
等一两分钟后重新执行。

error/ClientNeedUpgrade
云助手 Agent 版本过低
Agent 版本不支持命令用到的特性。
ErrorInfo 写明了特性和最低版本；与实例上的版本比较。
升级 Agent 或打开自动升级，然后重新执行。

error/ClientNeedUpgrade/values
云助手 Agent 须升级到 {version}
特性 {feature} 至少需要 Agent {version}。
比较实例上的 Agent 版本与 {version}。
把 Agent 升级到 {version} 或更高，然后重新执行。

error/ClientRestarted
云助手 Agent 重启，任务中断
执行期间 Agent 重启，脚本可能只运行了一部分。
看脚本的效果；确认 Agent 已恢复心跳。
确认可重复执行后，等 Agent 恢复再运行。

error/ClientNetworkBlocked
实例网络异常
实例无法访问云助手服务。
在实例内测试连通性，正常返回 ok；逐项查安全组、防火墙、DNS、路由表。
放行出方向 TCP 443、TCP 80、UDP 53 到 <region-id>.axt.aliyun.com 和 100.100.100.200。

error/SecurityGroupRuleDenied
安全组拒绝访问云助手
安全组出方向规则拒绝实例访问云助手服务。
ErrorInfo 中有安全组 ID 和被拒绝的 IP；查该安全组的出方向拒绝规则和优先级。
放行出方向 TCP 443、TCP 80、UDP 53 到云助手服务地址，然后重新执行。

error/DeliveryTimeout
发送命令超时
命令没有在 1 分钟内送达 Agent，没有执行。
看 Agent 心跳；大批量时是否集中失败。
重新执行；反复出现则按“Agent 未连接”排查。

error/ExecutionTimeout
命令执行超时
超过 Timeout（缺省 60 秒），进程被强制终止，脚本停在半途。
看最后几行输出停在哪一步；是否在等待输入、锁或网络。
加大 Timeout，或让脚本非交互、后台运行；先确认中断留下的状态。

error/ExecutionException
命令执行发生异常
Agent 无法启动或继续执行脚本。
读 ErrorInfo 的详情和 Agent 日志：磁盘满、解释器缺失、权限、用户。
按详情修复后重新执行。

error/ExecutionInterrupted
命令执行中断
任务在完成前中断，脚本可能只运行了一部分。
期间实例或 Agent 是否重启、任务是否被停止。
确认脚本的效果和可重复性后再执行。

error/ExitCodeNonzero
退出码非 0
命令执行结束，但进程退出码不是 0。
看退出码和最后几行输出。
按退出码和输出修正脚本；能否直接重试取决于脚本是否可重复执行。

error/TaskConcurrencyLimit
并发任务数超过上限
同时执行的任务数超过上限，本次任务没有执行。
看同一实例上还有多少任务在执行或等待。
等其他任务结束后重新执行；分批、错开定时。

error/InvalidCommandText
命令内容不合法
命令内容无效，或 Base64 解码失败。
ContentEncoding 与内容是否一致；Base64 是否被换行或截断。
重新编码命令内容后执行。

error/InvalidSystemBuiltInParameter
内置环境参数不合法
命令用了不支持的内置参数 {{ACS::…}}。
支持：RegionId、AccountId、InstanceId、InstanceName、InvokeId、CommandId。
改正参数名，或升级 Agent。

error/InvalidContainer
容器参数不合法
容器 ID 或名称不合法、两者不符，或容器运行时不受支持。
ID 为 64 位十六进制，前缀只能是 docker://、containerd://、cri-o://。
改正 ContainerId、ContainerName；只支持 Kubernetes 经 CRI 管理的容器。

error/ContainerUnavailable
容器不存在或未运行
容器不存在、不在运行中，或无法连接。
容器 State 须为 Running；重建后 ID 会变。
启动容器，或改用当前的容器 ID，然后重新执行。

error/ContainerNameDuplicated
容器重名
节点上有同名容器，无法确定目标。
列出容器，找出同名者。
改用 ContainerId 指定容器。

error/ContainerRuntimeInternalError
容器运行时内部错误
容器运行时在执行命令时出错。
看运行时日志。
修复运行时后重新执行。

error/UserOrPasswordInvalid
用户名或密码错误
Windows 上以普通用户执行时，用户名或密码错误。
用户是否存在、是否被禁用；OOS 参数仓库中的密码是否最新。
更新参数仓库中的加密参数，然后重新执行。

error/QueryParameterStoreFailed
读取参数仓库失败
无法从 OOS 参数仓库读取密码或参数。
参数是否存在；实例 RAM 角色有无 oos:GetSecretParameter 权限。
创建参数或给实例角色授权，然后重新执行。

error/InstanceRoleInvalid
实例没有 RAM 角色
实例未授予所需的 RAM 角色。
查询实例的 RAM 角色。
为实例授予 RAM 角色，然后重新执行。

error/TerminationException
停止任务失败
停止任务时发生异常，进程可能还在运行。
读 ErrorInfo；在实例内查进程。
再次停止任务，或在实例内结束进程。

error/SendFile
文件下发失败
同名文件已存在，或文件名、路径、权限、用户组不合法。
按错误代码逐项核对 SendFile 的 Name、TargetDir、FileMode、FileGroup、Overwrite。
改正参数，或设 Overwrite=true，然后重新下发。

agent/SaveScript
Agent 错误 {name}
Agent 无法在实例上保存脚本或设置其权限。
磁盘和 inode 是否已满，文件系统是否只读，安全软件是否拦截。
清理磁盘、恢复可写、放行 Agent 目录，然后重新执行。

agent/NoEnoughSpace
Agent 错误 {name}：磁盘空间不足
磁盘空间不足，脚本没有运行。
查磁盘和 inode 使用率。
清理或扩容磁盘，然后重新执行。

agent/Content
Agent 错误 {name}
Agent 不认识命令类型，或无法解码命令内容、解析内置参数。
核对命令类型、ContentEncoding 和 {{ACS::…}} 参数。
改正命令后重新执行。

agent/Interpreter
Agent 错误 {name}：找不到解释器
实例上找不到默认 Shell 或 PowerShell。
PATH 和解释器是否存在。
安装或恢复解释器，然后重新执行。

agent/Execute
Agent 错误 {name}
Agent 在启动或管理脚本进程时出错。
读 ErrorInfo 的详情和 Agent 日志。
按详情修复后重新执行。

agent/Container
Agent 错误 {name}
Agent 无法连接容器运行时，或容器不存在、不唯一、未运行。
列出容器，核对 ID 和状态。
启动容器或改正容器参数，然后重新执行。

agent/Server
Agent 错误 {name}
云助手服务端对 Agent 返回了错误，命令没有执行。
其他实例是否同时出现。
稍后重新执行；持续出现请提交工单并附命令执行 ID。

agent/MinusOne
退出码 -1
脚本进程被信号杀死、自己返回 -1，或 Agent 找不到脚本路径。
看输出是否为空、内核日志有无 OOM、Agent 日志中的原因。
按找到的原因修复；先确认脚本执行到哪一步。";

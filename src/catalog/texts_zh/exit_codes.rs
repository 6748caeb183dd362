//! Chinese texts of exit codes.

pub(super) const TEXTS: &str = r"
exit/0
退出码 0
脚本的最后一条命令成功。
中间步骤的失败不影响退出码；PowerShell 错误缺省也不影响。
需要时在脚本开头加 set -euo pipefail，或 $ErrorActionPreference='Stop'。

exit/1
退出码 1
脚本或最后一条命令报告失败，没有更多含义。
看最后几行输出。
按输出修正脚本。

exit/2
退出码 2
多为 Shell 语法错误或命令参数错误；部分程序另有含义。
看输出有无 syntax error、usage。
修正脚本或参数。

exit/other
退出码 {code}
由脚本或程序自行定义，没有通用含义。
看最后几行输出和该程序的文档。
按输出修正脚本。

exit/126
退出码 126：无法执行
文件找到了，但不能执行：无执行权限、noexec 挂载、解释器或架构不对。
查权限、挂载选项、文件类型。
chmod +x，或用解释器运行；换对应架构的程序。

exit/127
退出码 127：找不到命令
命令不存在，或不在 PATH 中；云助手不加载 /etc/profile、~/.bashrc。
命令是否已安装；脚本是否为 CRLF 换行。
安装命令，写绝对路径，或在脚本开头设置 PATH。

exit/128
退出码 128
exit 的参数无效，或程序自定义（如 git 的致命错误）。
看最后几行输出。
修正 exit 的参数或该命令。

exit/255
退出码 255
返回值 -1 或超出范围；ssh 连接失败也用它。
看最后几行输出，有无 ssh 连接错误。
按输出修正脚本。

exit/signal
退出码 {code}：信号 {name}
按 Shell 惯例为 128+{signal}：进程被 {name} 终止。
谁发出了信号；看内核日志。
按信号来源处理；先确认脚本执行到哪一步。

exit/SIGINT
退出码 130：中断 SIGINT
进程收到 Ctrl-C 式的中断。
脚本或停止操作是否发出了 SIGINT。
确认执行到哪一步，再重新执行。

exit/SIGHUP
退出码 129：挂断 SIGHUP
控制终端或父进程已结束。
是否有后台进程依赖会话。
后台任务用 nohup、setsid 或 systemd-run。

exit/SIGILL
退出码 132：非法指令 SIGILL
程序用了 CPU 不支持的指令。
比较程序要求与实例规格的 CPU（AVX 等）。
换用匹配架构的构建，或更换实例规格。

exit/SIGABRT
退出码 134：程序中止 SIGABRT
程序自行中止：断言失败、内存破坏、未捕获异常。
看 abort 之前的输出和 core。
修复程序；必要时回退版本。

exit/SIGBUS
退出码 135：总线错误 SIGBUS
访问了已失效的内存映射：文件被截断、磁盘满或磁盘错误。
查磁盘空间和内核日志。
修复磁盘，避免覆盖正在使用的文件。

exit/SIGFPE
退出码 136：算术错误 SIGFPE
整数除以零或溢出。
看输入数据和最后几行输出。
修复程序或输入。

exit/SIGKILL
退出码 137：被强制终止 SIGKILL
多为内存不足被内核 OOM 终止，或超时、手动停止、容器内存上限。
内核日志有无 Killed process；看内存和 Timeout。
减少内存占用，或升级规格、加 swap；超时则加大 Timeout。

exit/SIGSEGV
退出码 139：段错误 SIGSEGV
程序访问了非法内存。
内核日志的 segfault 行指出程序或库。
升级、回退或重装该程序和库。

exit/SIGPIPE
退出码 141：管道断开 SIGPIPE
管道的读端先结束，常见于 … | head 加 pipefail。
看脚本中的管道。
属预期时忽略该退出码，或去掉提前结束的读端。

exit/SIGTERM
退出码 143：被要求结束 SIGTERM
进程收到结束请求：停止任务、服务重启、关机或 timeout 命令。
对照停止时间、重启和系统日志。
确认执行到哪一步，再重新执行。

exit/SIGXFSZ
退出码 153：文件过大 SIGXFSZ
写入超过文件大小限制。
查 ulimit -f。
提高限制或拆分文件。

exit/SIGXCPU
退出码 152：CPU 时间超限 SIGXCPU
进程用完了 CPU 时间限制。
查 ulimit -t。
提高限制或优化程序。

exit/poweroff
退出码 {code}：请求关机
脚本以 {code} 请求云助手 Agent 关机，不是故障。
确认脚本本意就是关机。
需要时启动实例；不想关机则改用其他退出码。

exit/reboot
退出码 {code}：请求重启
脚本以 {code} 请求云助手 Agent 重启实例，不是故障。
确认脚本本意就是重启；3010 也是 Windows 安装程序的“需要重启”。
等实例重启完成；不想重启则改用其他退出码。

exit/win/5
退出码 5：拒绝访问
多为 Win32 错误 5：没有权限；程序也可自定义。
查文件和服务权限、执行用户、安全软件。
授予权限，或换用有权限的用户执行。

exit/win/9009
退出码 9009：找不到命令
cmd 找不到命令，或不在 PATH 中。
命令是否已安装；执行用户的 PATH。
安装命令或写绝对路径。

exit/nt/C0000005
{hex}：访问冲突
程序访问了非法内存后崩溃（ACCESS_VIOLATION）。
应用程序日志 1000 号事件指出出错模块。
升级、回退或重装该模块；排查安全软件注入。

exit/nt/C0000017
{hex}：内存不足
虚拟内存或页面文件不足（NO_MEMORY）。
查内存和页面文件。
释放内存、扩大页面文件或升级规格。

exit/nt/C000001D
{hex}：非法指令
程序用了 CPU 不支持的指令（ILLEGAL_INSTRUCTION）。
比较程序要求与实例 CPU。
换用匹配的构建或实例规格。

exit/nt/C0000022
{hex}：拒绝访问
没有权限（ACCESS_DENIED）。
查文件权限、执行用户、安全软件。
授予权限或换用户执行。

exit/nt/C0000094
{hex}：整数除以零
程序整数除以零（INTEGER_DIVIDE_BY_ZERO）。
看输入数据。
修复程序或输入。

exit/nt/C00000FD
{hex}：栈溢出
线程栈用尽（STACK_OVERFLOW），多为无限递归。
应用程序日志中的出错模块。
修复递归或加大栈。

exit/nt/C0000135
{hex}：缺少 DLL
程序依赖的 DLL 不存在（DLL_NOT_FOUND）。
应用程序日志写明缺少的 DLL。
安装运行库（VC++、.NET）。

exit/nt/C0000139
{hex}：DLL 版本不符
DLL 中没有所需的入口（ENTRYPOINT_NOT_FOUND）。
应用程序日志写明入口和 DLL。
安装匹配的 DLL 或系统补丁。

exit/nt/C000013A
{hex}：被 Ctrl-C 或关闭终止
控制台程序被中断（CONTROL_C_EXIT）：停止任务、注销或关机。
对照停止时间和系统日志。
确认执行到哪一步，再重新执行。

exit/nt/C0000142
{hex}：DLL 初始化失败
进程启动时 DLL 初始化失败（DLL_INIT_FAILED），常因桌面堆耗尽或正在关机。
进程数、会话、是否正在关机。
减少并发进程或重启实例后再执行。

exit/nt/C0000374
{hex}：堆损坏
程序破坏了自己的堆（HEAP_CORRUPTION）。
应用程序日志中的出错模块。
升级、回退或修复程序。

exit/nt/C0000409
{hex}：栈缓冲区溢出或快速失败
程序检测到破坏后自行终止（STACK_BUFFER_OVERRUN）。
应用程序日志中的出错模块。
升级、回退或修复程序。

exit/nt/E0434352
{hex}：.NET 未处理异常
.NET 程序因未处理的异常崩溃。
应用程序日志 1026 号事件有异常和堆栈。
按异常修复程序或配置。

exit/nt/other
{hex}：NTSTATUS 错误
数值属于 NTSTATUS 错误类，本目录没有该条目。
用命令或 MS-ERREF 查询其名称；看应用程序日志。
按查到的含义处理。";

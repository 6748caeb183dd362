//! Chinese texts of well-known output lines.

pub(super) const TEXTS: &str = r"
line/no-space
磁盘已满
文件系统没有剩余空间或 inode。
空间与 inode 都要看。
清理日志和缓存，或扩容云盘，然后重新执行。

line/quota
磁盘配额用尽
用户或目录的磁盘配额已满。
查配额。
清理或提高配额。

line/read-only
文件系统只读
文件系统以只读挂载，常因磁盘错误被内核改为只读。
内核日志有无 I/O 或 ext4、xfs 错误。
先快照，再修复并重新挂载；只读挂载则改挂载选项。

line/permission
权限不足
执行用户没有权限。
执行用户、文件权限、SELinux、noexec。
改权限，或用有权限的 Username 执行。

line/not-permitted
操作不被允许
需要 root 权限或某项能力，或文件被设为不可修改。
执行用户；lsattr 有无 i 标志；是否在容器内。
用 root 执行或去掉限制。

line/command-not-found
找不到命令
命令未安装或不在 PATH 中；云助手不加载 /etc/profile、~/.bashrc。
是否已安装；脚本有无 CRLF。
安装、写绝对路径或在脚本中设置 PATH。

line/crlf
脚本含 Windows 换行
解释器路径后有 CR（^M）。
看脚本换行符。
把 CRLF 转为 LF 后重新执行。

line/exec-format
可执行文件格式错误
架构不符，或脚本缺少 #! 行。
比较文件架构与实例架构（x86_64、aarch64）。
换用对应架构的程序，或补上 #! 行。

line/no-file
文件或目录不存在
路径不存在，或当前目录与预期不同。
核对路径、WorkingDir、挂载。
改用绝对路径或先创建。

line/syntax
脚本语法错误
脚本有语法错误，或解释器不对（sh 运行 bash 语法）。
看所示行号；第一行的 #!。
修正语法或指定 #!/bin/bash。

line/args-too-long
参数列表过长
命令行参数超过系统限制。
通配符展开了多少文件。
改用 find … -exec 或 xargs。

line/text-busy
可执行文件正在使用
正在运行的程序文件不能覆盖写。
谁在使用该文件。
先停止程序，或写新文件后用 mv 替换。

line/open-files
打开文件数过多
进程或系统的文件描述符用尽。
查 ulimit 和 file-nr。
提高限制，或修复泄漏的程序。

line/killed
进程被杀死
进程被 SIGKILL 终止，多为内存不足。
内核日志有无 OOM。
减少内存占用，加 swap 或升级规格。

line/no-memory
内存不足
无法分配内存。
内存、swap、cgroup 限制。
释放内存，加 swap 或升级规格。

line/segfault
段错误
程序访问了非法内存后崩溃。
内核日志指出程序或库。
升级、回退或重装。

line/dpkg-lock
dpkg/apt 被占用
另一个 apt 或 dpkg 进程持有锁，常为自动更新。
谁持有锁。
等它结束再执行；或用 apt-get -o DPkg::Lock::Timeout=300。不要删除锁文件。

line/dpkg-interrupted
dpkg 曾被中断
上次安装没有完成。
dpkg --audit 列出未完成的包。
执行 dpkg --configure -a，然后重新执行。

line/yum-lock
yum/dnf 被占用
另一个 yum 或 dnf 进程持有锁。
谁持有锁。
等它结束再执行。

line/no-package
找不到软件包
软件源中没有该包，或源未更新。
包名、发行版、软件源。
更新软件源或改正包名。

line/resolve
域名解析失败
DNS 无法解析主机名。
DNS 设置（VPC 缺省 100.100.2.136、100.100.2.138）、UDP 53、拼写。
修复 DNS 或安全组；临时故障可重试。

line/refused
连接被拒绝
目标端口没有服务监听，或被主动拒绝。
服务是否在运行、监听哪个地址。
启动服务或改正地址端口。

line/net-timeout
连接超时
对端没有应答，多为安全组、路由或防火墙丢包。
安全组出入方向、路由表、有无公网或 NAT。
放行网络后重试。

line/unreachable
网络不可达
没有到目标的路由。
路由表、网卡、有无公网 IP 或 NAT。
补上路由或 NAT 后重新执行。

line/reset
连接被重置
对端或中间设备断开了连接。
是否偶发；对端日志。
重试；持续出现则查对端和中间设备。

line/certificate
证书校验失败
TLS 证书不受信任、过期，或实例时间不对。
实例时间、CA 证书包、证书有效期。
校时、更新 ca-certificates 或更换证书。

line/auth
登录认证失败
用户名、密码或密钥被拒绝。
所用凭证、目标账号。
更新凭证后重新执行。

line/no-service
服务不存在
没有该名称的系统服务。
服务名；软件是否已安装。
安装软件或改正服务名。

line/io-error
磁盘 I/O 错误
读写磁盘出错。
内核日志；云盘状态和系统事件。
先快照备份，再修复或更换云盘。

line/python-module
缺少 Python 模块
解释器中没有该模块。
用的是哪个解释器和用户。
安装模块或换用正确的虚拟环境。

line/win-denied
拒绝访问
Windows 拒绝了访问：没有权限或未提升。
执行用户、文件权限、安全软件。
用管理员或 System 执行，或授予权限。

line/win-policy
PowerShell 执行策略禁止脚本
执行策略不允许运行脚本文件。
查各级执行策略。
对该脚本用 powershell -ExecutionPolicy Bypass -File，或由管理员调整策略。

line/win-in-use
文件被其他程序占用
另一个进程正在使用该文件。
找出占用的进程。
停止该进程或重启后再执行。";

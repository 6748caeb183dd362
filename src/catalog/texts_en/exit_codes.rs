//! English texts of exit codes.

pub(super) const TEXTS: &str = r"
exit/0
Exit code 0
The last command of the script succeeded.
Failed steps in between do not change it; PowerShell errors by default neither.
Where it matters start with set -euo pipefail, or $ErrorActionPreference='Stop'.

exit/1
Exit code 1
The script or its last command reported a failure; the code says no more.
Read the last output lines.
Fix what they show.

exit/2
Exit code 2
Mostly a shell syntax error or a wrong option; some programs give it another meaning.
Look for syntax error or usage in the output.
Correct the script or its options.

exit/other
Exit code {code}
Defined by the script or program; it has no general meaning.
Read the last output lines and the manual of the program.
Fix what they show.

exit/126
Exit code 126: cannot execute
The file was found but cannot be executed: no execute permission, noexec mount, wrong interpreter or architecture.
Check mode, mount options and file type.
chmod +x, or run it through its interpreter; use the right architecture.

exit/127
Exit code 127: command not found
The command does not exist or is not in PATH; Cloud Assistant loads neither /etc/profile nor ~/.bashrc.
Is it installed? Does the script have CRLF line ends?
Install it, write the full path, or set PATH at the start of the script.

exit/128
Exit code 128
exit was given an invalid argument, or a program chose it (fatal errors of git).
Read the last output lines.
Correct the argument of exit, or the command.

exit/255
Exit code 255
A return value of -1 or out of range; ssh uses it for a failed connection.
Read the last output lines; any ssh connection error?
Fix what they show.

exit/signal
Exit code {code}: signal {name}
128+{signal} by shell convention: {name} ended the process.
Who sent the signal? Read the kernel log.
Act on the sender; first check how far the script got.

exit/SIGINT
Exit code 130: interrupted, SIGINT
The process received an interrupt as by Ctrl-C.
Did the script or a stop send SIGINT?
Check how far it got, then run again.

exit/SIGHUP
Exit code 129: hangup, SIGHUP
The controlling terminal or the parent ended.
Does a background process depend on the session?
Start background work with nohup, setsid or systemd-run.

exit/SIGILL
Exit code 132: illegal instruction, SIGILL
The program used an instruction that the CPU lacks.
Compare its needs (AVX …) with the CPU of the instance type.
Use a matching build or another instance type.

exit/SIGABRT
Exit code 134: aborted, SIGABRT
The program aborted itself: failed assertion, corrupt heap, uncaught exception.
Read the output before the abort, and the core dump.
Fix the program, or roll back its version.

exit/SIGBUS
Exit code 135: bus error, SIGBUS
A memory map became invalid: file truncated, disk full or disk error.
Look at disk space and kernel log.
Repair the disk; do not overwrite files in use.

exit/SIGFPE
Exit code 136: arithmetic error, SIGFPE
Integer division by zero or overflow.
Look at the input data and the last output lines.
Fix the program or its input.

exit/SIGKILL
Exit code 137: killed, SIGKILL
Mostly the kernel OOM killer; also timeout, manual stop, container memory limit.
Does the kernel log say Killed process? Look at memory and Timeout.
Use less memory, a bigger instance or swap; after a timeout raise Timeout.

exit/SIGSEGV
Exit code 139: segmentation fault, SIGSEGV
The program accessed invalid memory.
The segfault line of the kernel log names program or library.
Upgrade, roll back or reinstall them.

exit/SIGPIPE
Exit code 141: broken pipe, SIGPIPE
The reader of a pipe ended first, as with … | head under pipefail.
Look at the pipes of the script.
Ignore it where expected, or let the reader read to the end.

exit/SIGTERM
Exit code 143: terminated, SIGTERM
Something asked the process to end: a stopped task, service restart, shutdown or timeout.
Compare with stop time, reboots and the system log.
Check how far it got, then run again.

exit/SIGXFSZ
Exit code 153: file too large, SIGXFSZ
A write passed the file size limit.
Look at ulimit -f.
Raise the limit or split the file.

exit/SIGXCPU
Exit code 152: CPU limit, SIGXCPU
The process used up its CPU time limit.
Look at ulimit -t.
Raise the limit or make the program cheaper.

exit/poweroff
Exit code {code}: power off requested
With {code} the script asks the agent to power the instance off; it is no failure.
Was a shutdown intended?
Start the instance when needed; if unintended, use another exit code.

exit/reboot
Exit code {code}: reboot requested
With {code} the script asks the agent to reboot the instance; it is no failure.
Was it intended? 3010 is also “restart required” of Windows installers.
Wait for the restart; if unintended, use another exit code.

exit/win/5
Exit code 5: access denied
Mostly Win32 error 5, no permission; a program may also choose it.
Check permissions, the user that runs it, security software.
Grant access, or run as a user who has it.

exit/win/9009
Exit code 9009: command not found
cmd did not find the command in PATH.
Is it installed? Look at PATH of the user.
Install it or write the full path.

exit/nt/C0000005
{hex}: access violation
The program crashed on invalid memory (ACCESS_VIOLATION).
Event 1000 of the Application log names the module.
Upgrade, roll back or reinstall it; check injecting security software.

exit/nt/C0000017
{hex}: out of memory
Not enough virtual memory or paging file (NO_MEMORY).
Look at memory and paging file.
Free memory, grow the paging file or the instance.

exit/nt/C000001D
{hex}: illegal instruction
The program used an instruction that the CPU lacks (ILLEGAL_INSTRUCTION).
Compare its needs with the CPU.
Use a matching build or instance type.

exit/nt/C0000022
{hex}: access denied
No permission (ACCESS_DENIED).
Check file permissions, user, security software.
Grant access or run as another user.

exit/nt/C0000094
{hex}: division by zero
Integer division by zero (INTEGER_DIVIDE_BY_ZERO).
Look at the input data.
Fix the program or its input.

exit/nt/C00000FD
{hex}: stack overflow
The thread stack is used up (STACK_OVERFLOW), mostly endless recursion.
The module named in the Application log.
Fix the recursion or enlarge the stack.

exit/nt/C0000135
{hex}: DLL missing
A DLL that the program needs is missing (DLL_NOT_FOUND).
The Application log names it.
Install the runtime (VC++, .NET).

exit/nt/C0000139
{hex}: wrong DLL version
A DLL lacks the entry point needed (ENTRYPOINT_NOT_FOUND).
The Application log names both.
Install the matching DLL or system update.

exit/nt/C000013A
{hex}: ended by Ctrl-C or close
A console program was interrupted (CONTROL_C_EXIT): stop, log-off or shutdown.
Compare with stop time and system log.
Check how far it got, then run again.

exit/nt/C0000142
{hex}: DLL initialisation failed
A DLL failed while the process started (DLL_INIT_FAILED), often desktop heap used up or a shutdown.
Look at process count, sessions, a shutdown in progress.
Run fewer processes, or restart the instance, then run again.

exit/nt/C0000374
{hex}: heap corruption
The program corrupted its own heap (HEAP_CORRUPTION).
The module named in the Application log.
Upgrade, roll back or fix the program.

exit/nt/C0000409
{hex}: stack buffer overrun or fail-fast
The program detected corruption and ended itself (STACK_BUFFER_OVERRUN).
The module named in the Application log.
Upgrade, roll back or fix the program.

exit/nt/E0434352
{hex}: unhandled .NET exception
A .NET program crashed on an unhandled exception.
Event 1026 of the Application log has exception and stack.
Fix the program or its configuration.

exit/nt/other
{hex}: NTSTATUS error
The value is in the error class of NTSTATUS; this catalog has no entry for it.
Look up its name with the command or in MS-ERREF; read the Application log.
Act on what it names.";

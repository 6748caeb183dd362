//! English texts of well-known output lines.

pub(super) const TEXTS: &str = r"
line/no-space
Disk is full
The file system has no space or no inodes left.
Look at both space and inodes.
Clear logs and caches or grow the disk, then run again.

line/quota
Disk quota exceeded
The disk quota of user or directory is used up.
Look at the quota.
Clean up or raise it.

line/read-only
File system is read-only
It is mounted read-only, often by the kernel after a disk error.
I/O, ext4 or xfs errors in the kernel log?
Take a snapshot, repair, remount; or change the mount option.

line/permission
Permission denied
The user that runs the command lacks permission.
Look at user, file mode, SELinux, noexec.
Change the permission, or run with a Username that has it.

line/not-permitted
Operation not permitted
It needs root or a capability, or the file is immutable.
Look at the user, the i flag of lsattr, a container.
Run as root or lift the restriction.

line/command-not-found
Command not found
Not installed or not in PATH; Cloud Assistant loads neither /etc/profile nor ~/.bashrc.
Is it installed? CRLF in the script?
Install it, write the full path or set PATH in the script.

line/crlf
Script has Windows line ends
There is a CR (^M) after the interpreter.
Look at the line ends.
Convert CRLF to LF and run again.

line/exec-format
Exec format error
Wrong architecture, or a script without #!.
Compare file and instance architecture (x86_64, aarch64).
Use the matching build, or add the #! line.

line/no-file
No such file or directory
The path does not exist, or the working directory is another one.
Check path, WorkingDir, mounts.
Use a full path or create it first.

line/syntax
Syntax error in the script
The script has a syntax error or the wrong interpreter (bash syntax under sh).
Look at the line named and at #!.
Correct it or name #!/bin/bash.

line/args-too-long
Argument list too long
The arguments exceed the limit of the system.
How many files does the pattern match?
Use find … -exec or xargs.

line/text-busy
Text file busy
A running program file cannot be overwritten.
Who uses the file?
Stop it, or write a new file and mv it into place.

line/open-files
Too many open files
The process or the system is out of file descriptors.
Look at ulimit and file-nr.
Raise the limit or fix the leaking program.

line/killed
Process was killed
SIGKILL ended the process, mostly for lack of memory.
OOM in the kernel log?
Use less memory, add swap or a bigger instance.

line/no-memory
Out of memory
Memory could not be allocated.
Look at memory, swap, cgroup limits.
Free memory, add swap or a bigger instance.

line/segfault
Segmentation fault
The program crashed on invalid memory.
The kernel log names program or library.
Upgrade, roll back or reinstall.

line/dpkg-lock
dpkg or apt is locked
Another apt or dpkg holds the lock, often automatic updates.
Who holds it?
Wait and run again, or use apt-get -o DPkg::Lock::Timeout=300. Do not delete the lock file.

line/dpkg-interrupted
dpkg was interrupted
An earlier installation did not finish.
dpkg --audit lists the packages.
Run dpkg --configure -a, then run again.

line/yum-lock
yum or dnf is locked
Another yum or dnf holds the lock.
Who holds it?
Wait, then run again.

line/no-package
Package not found
The repositories do not have the package, or the lists are old.
Check name, distribution, repositories.
Refresh the lists or correct the name.

line/resolve
Host name does not resolve
DNS did not resolve the host name.
Check DNS (VPC default 100.100.2.136, 100.100.2.138), UDP 53, spelling.
Repair DNS or the security group; retry if it was a moment.

line/refused
Connection refused
Nothing listens on the port, or it rejects.
Does the service run, on which address?
Start it or correct address and port.

line/net-timeout
Connection timed out
The peer did not answer; security group, route or firewall drop.
Check security group both ways, routes, public IP or NAT.
Open the path, then retry.

line/unreachable
Network is unreachable
There is no route to the target.
Check routes, interfaces, public IP or NAT.
Add the route or NAT, then run again.

line/reset
Connection reset
The peer or a middlebox cut the connection.
Is it occasional? Read the log of the peer.
Retry; if it stays, look at peer and middlebox.

line/certificate
Certificate verification failed
The TLS certificate is untrusted or expired, or the clock is wrong.
Check clock, CA bundle, validity.
Sync the clock, update ca-certificates or replace the certificate.

line/auth
Authentication failed
User name, password or key was rejected.
Check the credentials and the account.
Update the credentials, then run again.

line/no-service
Service does not exist
There is no system service of that name.
Check the name; is the software installed?
Install it or correct the name.

line/io-error
Disk I/O error
Reading or writing the disk failed.
Read the kernel log, disk state and system events.
Take a snapshot, then repair or replace the disk.

line/python-module
Python module missing
The interpreter lacks the module.
Which interpreter and user is it?
Install it or use the right virtual environment.

line/win-denied
Access is denied
Windows refused: no permission or not elevated.
Check user, permissions, security software.
Run as administrator or System, or grant access.

line/win-policy
PowerShell policy forbids the script
The execution policy does not allow script files.
Look at the policy of each scope.
Use powershell -ExecutionPolicy Bypass -File for it, or let an admin change the policy.

line/win-in-use
File is in use
Another process uses the file.
Find the process.
Stop it, or restart, then run again.";

//! English texts of per-instance error codes and of the errors of the agent.

pub(super) const TEXTS: &str = r"
error/none
No error
The error code is empty: the command ran normally.
Still read the exit code and the output: no error code does not mean the result is what you wanted.
Nothing to do.

error/InstanceNotExists
Instance does not exist
The instance does not exist or has been released.
Compare instance ID and region.
Drop the instance from the targets, or use the one that replaced it.

error/InstanceReleased
Instance released during the run
The instance was released while the command ran or the file was sent.
Look for scaling activities, spot reclaim and DeleteInstance in ActionTrail.
Run on the replacement instance; keep long tasks off spot instances.

error/InstanceNotRunning
Instance is not running
The instance was not in the Running state when the command should start.
Look at the state: stopped, starting, locked, or stopped for an overdue payment.
Start the instance, wait for the Cloud Assistant heartbeat, run again.

error/InstanceRestarted
Instance restarted during the run
The instance restarted while the command ran; the script may be half done.
Find out who restarted it: the script itself, a crash, or another operator.
Run again once the script is known to be repeatable; put reboots last in a script.

error/InstanceDeregistered
Managed instance deregistered
The managed instance was deregistered from Cloud Assistant.
Look for the ID in the list of managed instances.
Register the machine again and use its new ID.

error/CommandNotApplicable
Command type does not fit the instance
The command type does not match the OS: Bat and PowerShell are for Windows, Shell is for Linux.
Compare the command type with the OSType of the instance.
Split the targets by OS and use the matching command type for each.

error/AccountNotExists
User does not exist
The user name that should run the command does not exist on the instance.
Look the user up on the instance; check spelling and case.
Create the user or change Username. Defaults: root on Linux, System on Windows.

error/DirectoryNotExists
Working directory does not exist
The given WorkingDir does not exist on the instance.
Look at the directory on the instance; is the data disk mounted?
Create the directory, mount the disk, or change WorkingDir.

error/DefaultWorkingDirectoryNotAvailable
Default working directory unavailable
The home directory is unavailable. Defaults: /root on Linux, C:\Windows\System32 on Windows.
Does the home directory exist and can the user enter it?
Restore the home directory, or name another one in WorkingDir.

error/BadCronExpression
Schedule expression is invalid
The Frequency expression is invalid.
Format: sec min hour day month weekday [year] [zone], or rate(…), at(…).
Correct the expression and run again.

error/ScheduleExpired
Schedule lies in the past
Every time that the expression names is over; the task will not run.
Check year and zone: at() defaults to UTC, cron to the zone of the instance.
Choose a time in the future.

error/InvalidTimezone
GMT offset is invalid
Format, hour or minute of the GMT offset is invalid.
Range GMT-12:59 to GMT+14:59, no leading zero in the hour, minute 0–59.
Write GMT+8:00, or use Asia/Shanghai.

error/TimezoneInformationCorrupt
Zone data missing or corrupt
The agent cannot read the time zone data of the instance.
Linux: /usr/share/zoneinfo. Windows: the registry key Time Zones.
Reinstall tzdata or repair the key, then run again.

error/InvalidRateExpression
rate() is invalid
The rate() expression is invalid or its interval exceeds 7 days.
Like rate(5m); 60 s to 7 days, and longer than Timeout.
Correct the interval and run again.

error/InvalidAtExpression
at() is invalid
The time in at() is invalid.
Like at(2030-06-06 13:15:30 Asia/Shanghai); the default zone is UTC.
Correct the time and run again.

error/ClientNotRunning
Cloud Assistant agent is not running
The agent is stopped or not installed.
Does the process aliyun-service (Windows: aliyun_assist_service) exist?
Start it: systemctl start aliyun.service (without systemd: /etc/init.d/aliyun-service start; Windows: start Aliyun Assist Service). If that fails, reinstall the agent.

error/ClientNotOnline
Agent is not connected
The agent has no connection to the Cloud Assistant service.
Look at the last heartbeat; test from inside the instance, ok means connected.
Restart the agent: systemctl restart aliyun.service; if blocked, check security group, DNS, routes.

error/ClientNotResponse
Agent does not respond
The command was sent, the agent did not report back.
Look for the InvokeId in the agent log: present, the command may have run; absent, it never arrived.
ID absent: run again; if that fails, systemctl restart aliyun.service. ID present: check the effect before you decide.

error/ClientIsUpgrading
Agent is upgrading
The agent was upgrading when the task was to run.
Has the agent version and the heartbeat moved on?
Wait a minute or two and run again.

error/ClientNeedUpgrade
Agent is too old
The agent does not support a feature that the command uses.
ErrorInfo names the feature and the minimum version; compare with the installed one.
Upgrade the agent or enable automatic upgrades, then run again.

error/ClientNeedUpgrade/values
Upgrade the agent to {version}
The feature {feature} needs agent {version} or later.
Compare the installed agent version with {version}.
Upgrade the agent to {version} or later, then run again.

error/ClientRestarted
Agent restarted, task interrupted
The agent restarted during the run; the script may be half done.
Look at what the script did; is the agent back?
Run again once the agent is back and the script is known to be repeatable.

error/ClientNetworkBlocked
Instance network is blocked
The instance cannot reach the Cloud Assistant service.
Test from inside the instance, ok means connected; then security group, firewall, DNS, routes.
Allow outbound TCP 443, TCP 80, UDP 53 to <region-id>.axt.aliyun.com and 100.100.100.200.

error/SecurityGroupRuleDenied
Security group blocks Cloud Assistant
An outbound rule of the security group denies access to the Cloud Assistant service.
ErrorInfo names group and denied IP; look at the outbound deny rules and their priority.
Allow outbound TCP 443, TCP 80, UDP 53 to the service addresses, then run again.

error/DeliveryTimeout
Delivery timed out
The command did not reach the agent within one minute; it did not run.
Look at the heartbeat; do failures come in one burst of a large batch?
Run again; if it comes back, treat as agent not connected.

error/ExecutionTimeout
Execution timed out
Timeout (default 60 s) passed; the process was killed midway.
Where do the last output lines stop? Is it waiting for input, a lock, the network?
Raise Timeout, or make the script non-interactive or detached; first check what the break left behind.

error/ExecutionException
Execution raised an exception
The agent could not start or continue the script.
Read the detail in ErrorInfo and the agent log: disk full, no interpreter, permissions, user.
Fix what the detail names, then run again.

error/ExecutionInterrupted
Execution interrupted
The task was interrupted before its end; the script may be half done.
Did the instance or the agent restart, was the task stopped?
Check what the script did and that it is repeatable, then run again.

error/ExitCodeNonzero
Exit code is not zero
The command finished with an exit code other than 0.
Read the exit code and the last output lines.
Fix what they show; whether a plain retry is fine depends on the script being repeatable.

error/TaskConcurrencyLimit
Too many concurrent tasks
The number of concurrent tasks exceeds the limit; this one did not run.
How many tasks still run or wait on the same instance?
Run again when others have ended; batch and stagger schedules.

error/InvalidCommandText
Command content is invalid
The content is invalid or its Base64 cannot be decoded.
Does ContentEncoding match the content? Is the Base64 wrapped or cut?
Encode the content again and run.

error/InvalidSystemBuiltInParameter
Built-in parameter is invalid
The command uses an unsupported built-in parameter {{ACS::…}}.
Supported: RegionId, AccountId, InstanceId, InstanceName, InvokeId, CommandId.
Correct the name, or upgrade the agent.

error/InvalidContainer
Container parameter is invalid
Container ID or name is invalid, they do not match, or the runtime is unsupported.
The ID has 64 hex digits; prefixes: docker://, containerd://, cri-o://.
Correct ContainerId, ContainerName; only containers managed by Kubernetes through CRI work.

error/ContainerUnavailable
Container missing or not running
The container does not exist, does not run, or cannot be reached.
Its State must be Running; a re-created container has a new ID.
Start the container or use its present ID, then run again.

error/ContainerNameDuplicated
Container name is ambiguous
The node has several containers of that name.
List the containers and find the twins.
Name the container by ContainerId.

error/ContainerRuntimeInternalError
Container runtime failed
The container runtime failed while it ran the command.
Read the log of the runtime.
Repair the runtime, then run again.

error/UserOrPasswordInvalid
User name or password is wrong
Running as a regular Windows user: user name or password is wrong.
Does the user exist, is it enabled, is the password in OOS Parameter Store current?
Update the encrypted parameter, then run again.

error/QueryParameterStoreFailed
Parameter Store read failed
The password or parameter could not be read from OOS Parameter Store.
Does the parameter exist? May the instance RAM role call oos:GetSecretParameter?
Create the parameter or grant the role, then run again.

error/InstanceRoleInvalid
Instance has no RAM role
The required RAM role is not attached to the instance.
Query the RAM role of the instance.
Attach the role, then run again.

error/TerminationException
Stopping failed
Stopping the task failed; the process may still run.
Read ErrorInfo; look for the process on the instance.
Stop the task again, or end the process on the instance.

error/SendFile
Sending the file failed
A file of that name exists, or name, path, mode or group is invalid.
Compare Name, TargetDir, FileMode, FileGroup, Overwrite of SendFile with the error code.
Correct the parameter or set Overwrite=true, then send again.

agent/SaveScript
Agent error {name}
The agent could not save the script or set its permissions.
Disk or inodes full, file system read-only, security software in the way?
Free space, make it writable, exempt the agent directory, then run again.

agent/NoEnoughSpace
Agent error {name}: disk full
The disk is full; the script did not run.
Look at disk and inode usage.
Free or grow the disk, then run again.

agent/Content
Agent error {name}
The agent does not know the command type, or cannot decode content or resolve a built-in parameter.
Check command type, ContentEncoding and {{ACS::…}} parameters.
Correct the command and run again.

agent/Interpreter
Agent error {name}: no interpreter
The default shell or PowerShell was not found on the instance.
Is the interpreter there and in PATH?
Install or restore it, then run again.

agent/Execute
Agent error {name}
The agent failed to start or manage the script process.
Read the detail in ErrorInfo and the agent log.
Fix what the detail names, then run again.

agent/Container
Agent error {name}
The agent cannot reach the container runtime, or the container is missing, ambiguous or stopped.
List the containers; compare ID and state.
Start the container or correct its parameters, then run again.

agent/Server
Agent error {name}
The service answered the agent with an error; the command did not run.
Do other instances show it at the same time?
Run again later; if it stays, open a ticket with the InvokeId.

agent/MinusOne
Exit code -1
The script process was killed by a signal, returned -1 itself, or the agent found no script path.
Is the output empty, does the kernel log show OOM, what does the agent log say?
Fix the cause found; first check how far the script got.";

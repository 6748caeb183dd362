//! English texts of statuses.

pub(super) const TEXTS: &str = r"
status/instance/Pending
Pending
The command is being verified or sent.
It usually moves within a minute.
Wait; if it stays, check the agent heartbeat.

status/instance/Scheduled
Scheduled
A scheduled command has arrived and waits for its time; never for one-time runs.
Look at the next time of Frequency and its zone.
Nothing to do.

status/instance/Running
Running
The command runs on the instance.
After about 6 KB the output stands still until the end; that is no hang.
Wait; Timeout ends it.

status/instance/Stopping
Stopping
The task is being stopped.
Terminated or Cancelled follows.
Wait.

status/instance/Success
Success
One-time: finished with exit code 0. Scheduled: the last run had exit code 0 and the schedule has ended.
Exit code 0 only means the script reported no error; read the output.
Nothing to do.

status/instance/Failed
Failed
The command finished with a non-zero exit code. Scheduled: the last run did, and the schedule is about to end.
Read exit code and last output lines.
Fix the script, then run again.

status/instance/Timeout
Timeout
Timeout passed and the process was killed; there is no exit code.
Where does the output stop?
Raise Timeout or shorten the script; first check what the break left behind.

status/instance/Error
Error
An exception stopped the command.
Read ErrorCode and ErrorInfo.
Act on the error code.

status/instance/Invalid
Invalid
Command type or a parameter is wrong; nothing ran.
Read ErrorCode: directory, user, schedule, command type.
Correct the parameter, then run again.

status/instance/Aborted
Aborted
The command was not delivered: the instance must be Running and reachable within one minute.
Read ErrorCode: instance state, agent, security group, network.
Act on the error code, then run again; the command never ran.

status/instance/Cancelled
Cancelled
Cancelled before it started; the command never ran.
Look for StopInvocation in ActionTrail.
Run again if it is still wanted.

status/instance/Terminated
Terminated
Killed while running, midway; there is no exit code.
Who called StopInvocation? Where does the output stop?
Check what it left behind, then run again.

status/invocation/Pending
Overall: Pending
At least one instance is Pending.
Filter the instances by Pending.
Wait.

status/invocation/Scheduled
Overall: Scheduled
At least one instance is Scheduled.
Look at the next time of Frequency.
Nothing to do.

status/invocation/Running
Overall: Running
At least one instance is Running.
Filter by Running and see which is slowest.
Wait.

status/invocation/Stopping
Overall: Stopping
At least one instance is Stopping.
Filter the instances by Stopping.
Wait.

status/invocation/Success
Overall: Success
Every instance is Success or stopped, and at least one is Success.
Were any instances cancelled or terminated?
Nothing to do.

status/invocation/Failed
Overall: Failed
Every instance failed (Invalid, Aborted, Failed, Timeout, Error) or was stopped; none succeeded.
Group by error code and exit code.
Act group by group.

status/invocation/Stopped
Overall: Stopped
Every instance is Cancelled or Terminated.
Which never started (Cancelled), which stopped midway (Terminated)?
Run again if wanted; first check the ones stopped midway.

status/invocation/PartialFailed
Overall: PartialFailed
Some instances succeeded, others failed.
Look at the failed ones, grouped by error code and exit code.
Act group by group; run again on the failed ones only.

status/legacy/Running
Legacy overall: Running
One-time: some process is in progress. Scheduled: always Running until stopped.
InvocationStatus is the one to read.
Wait.

status/legacy/Finished
Legacy overall: Finished
All instances completed, or some were stopped and the rest completed. Completed is not successful.
Read InvocationStatus and the exit codes.
Nothing to do; success is in InvocationStatus.

status/legacy/Failed
Legacy overall: Failed
One-time: all instances failed. Never for scheduled runs.
InvocationStatus is the one to read; group by error code.
Act group by group.

status/legacy/Stopped
Legacy overall: Stopped
The command was stopped.
InvocationStatus is the one to read.
Run again if wanted.

status/legacy-instance/Running
Legacy instance: Running
The command is in progress; an instance that waits for its schedule shows Running too.
Read InvocationStatus of the instance.
Wait.

status/legacy-instance/Finished
Legacy instance: Finished
The command completed. Completed is not successful: the exit code may be non-zero.
Read InvocationStatus and exit code of the instance.
Nothing to do; success is in InvocationStatus.

status/legacy-instance/Failed
Legacy instance: Failed
The command timed out or raised an exception.
Read InvocationStatus and ErrorCode of the instance.
Act on the error code.

status/legacy-instance/Stopped
Legacy instance: Stopped
The command was stopped on this instance.
Read InvocationStatus: Cancelled never started, Terminated stopped midway.
Check what is left, then run again.";

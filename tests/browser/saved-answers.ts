/** Saved answers that tests of exports and files share. Written by hand; the field names are those of the API's page. */

const base64 = (text: string): string => Buffer.from(text).toString("base64");

/** What an instance of {@link answer} printed and how it ended. */
export interface SavedInstance {
  readonly id: string;
  readonly output: string;
  readonly exitCode?: number;
  readonly errorInfo?: string;
}

/** An answer of `DescribeInvocations` with one run. */
export function answer(invokeId: string, instances: readonly SavedInstance[], command = "echo"): object {
  return {
    RequestId: "473469C7-AA6F-4DC5-B3DB-A3DC0DE3C83E",
    Invocations: {
      Invocation: [
        {
          InvokeId: invokeId,
          CommandName: `run ${invokeId}`,
          CommandContent: base64(command),
          CommandType: "RunShellScript",
          CreationTime: "2026-11-20T08:00:00Z",
          InvokeInstances: {
            InvokeInstance: instances.map(({ id, output, exitCode = 0, errorInfo = "" }) => ({
              InstanceId: id,
              InvocationStatus: exitCode === 0 ? "Success" : "Failed",
              ExitCode: exitCode,
              ErrorInfo: errorInfo,
              Output: base64(output),
            })),
          },
        },
      ],
    },
  };
}

/** A file as Playwright sets it. */
export function file(
  name: string,
  content: string | Buffer,
): { name: string; mimeType: string; buffer: Buffer } {
  return { name, mimeType: "application/octet-stream", buffer: Buffer.from(content) };
}

/** Answers in which every text is an attack: written by hand, after OWASP's filter evasion list and Trojan Source. */

/** Runs where markup or a link is taken for what it says. */
export const MARKUP = [
  "<img src=x onerror=\"canary('img')\">",
  "<script>canary('script')</script>",
  "<svg/onload=canary('svg')>",
  "</style></textarea></title><iframe srcdoc=\"<script>parent.canary('frame')</script>\"></iframe>",
  '" autofocus onfocus="canary(\'attribute\')" x="',
  "{{canary('mustache')}}",
].join("");

/** Runs where it becomes an address. */
export const ADDRESS = "javascript:canary('address')//";

/** Reads from right to left: the name ends in "gnp.exe". */
export const BIDI = "photo\u202Eexe.png\u202C \u2066isolated\u2069 \u061Cmark";

/** Looks like "admin", and is none. */
export const ZERO_WIDTH = "ad\u200Bm\u2060i\uFEFFn\u00AD\u3164\u{E0041}";

/** Looks like "admin", by a letter of Cyrillic. */
export const HOMOGLYPH = "\u0430dmin";

/** A link of a terminal, a title, a cleared screen, and characters that have no picture. */
export const CONTROL =
  "\u001B]8;;javascript:canary('osc')\u0007click\u001B]8;;\u0007\u001B]0;canary title\u0007\u001B[2J\u0000\u0001\u0008\u0085\u009B31m";

const ALL = `${MARKUP} ${ADDRESS} ${BIDI} ${ZERO_WIDTH} ${HOMOGLYPH}`;

/** The same as a short text: a field that is cut off on screen still starts with what matters. */
const SHORT = `${BIDI} ${ZERO_WIDTH} ${MARKUP}`;

/** What the command is; a copy of it must be this. */
export const COMMAND = `echo ${ALL}\n${CONTROL}\n# ${BIDI}\n`;

/** A line of a mebibyte, with an attack at its end. */
export const LONG_LINE = `${"0123456789abcdef".repeat(65_536)}${MARKUP}`;

export const INVOKE_ID = "t-hostile00001";
export const INSTANCE_ID = "i-hostile00001";
export const LONG_ID = "i-hostile00002";

const base64 = (text: string): string => Buffer.from(text).toString("base64");

function instance(instanceId: string, output: string, status: string) {
  return {
    InstanceId: instanceId,
    InvocationStatus: status,
    InstanceInvokeStatus: SHORT,
    ErrorCode: `Code ${SHORT}`,
    ErrorInfo: `${CONTROL} ${SHORT}`,
    ExitCode: 1,
    Dropped: 0,
    CreationTime: "2026-11-24T08:00:00Z",
    StartTime: "2026-11-24T08:00:01Z",
    FinishTime: "2026-11-24T08:00:05Z",
    UpdateTime: "2026-11-24T08:00:05Z",
    OssOutputUri: ADDRESS,
    OssOutputStatus: SHORT,
    Username: SHORT,
    Output: base64(output),
    [`Unknown ${SHORT}`]: ALL,
  };
}

/** A run with the names that every JavaScript object has. */
export const INHERITED_ID = "t-hostile00002";

/** The answer to a question; with outputs it has them. */
export function hostileAnswer({ InvokeId, IncludeOutput }: Record<string, unknown>): string {
  const runs = [attackRun(IncludeOutput === true), inheritedRun()];
  const Invocation = runs.filter((run) => InvokeId === undefined || InvokeId === run.InvokeId);
  return JSON.stringify({ RequestId: SHORT, NextToken: "", Invocations: { Invocation } });
}

function inheritedRun() {
  return {
    InvokeId: INHERITED_ID,
    CommandName: "__proto__",
    CommandType: "constructor",
    CommandContent: base64("echo hello\n"),
    InvocationStatus: "constructor",
    RepeatMode: "toString",
    CreationTime: "2026-11-24T07:00:00Z",
    Parameters: '{"__proto__":"valueOf","constructor":"x"}',
    InvokeInstances: {
      InvokeInstance: [
        {
          InstanceId: "__proto__",
          InvocationStatus: "hasOwnProperty",
          ErrorCode: "constructor",
          Output: base64("x\n"),
        },
      ],
    },
  };
}

function attackRun(withOutput: boolean) {
  const text = `${CONTROL}\n${ALL}\n\u202E\n${MARKUP}\nlast line\n`;
  const outputs: [string, string, string][] = [
    [INSTANCE_ID, text, "Failed"],
    [LONG_ID, LONG_LINE, "Failed"],
    ["i-hostile00003", `${text}ok\n`, "Success"],
    ["i-hostile00004", `${text}ok too\n`, "Success"],
    [`i-${SHORT}`, text, `Status ${SHORT}`],
  ];
  return {
    InvokeId: INVOKE_ID,
    CommandId: `c-${SHORT}`,
    CommandName: SHORT,
    CommandDescription: SHORT,
    CommandType: SHORT,
    CommandContent: base64(COMMAND),
    InvocationStatus: `Status ${SHORT}`,
    InvokeStatus: SHORT,
    CreationTime: "2026-11-24T08:00:00Z",
    RepeatMode: `Mode ${SHORT}`,
    Frequency: `rate(${SHORT})`,
    Timed: true,
    Parameters: JSON.stringify({ [`name ${SHORT}`]: ALL }),
    Username: SHORT,
    WorkingDir: SHORT,
    Launcher: SHORT,
    ContainerId: SHORT,
    ContainerName: SHORT,
    TerminationMode: SHORT,
    OssOutputDelivery: ADDRESS,
    Tags: { Tag: [{ TagKey: `key ${SHORT}`, TagValue: ALL }] },
    InvokeInstances: {
      InvokeInstance: outputs.map(([id, output, status]) => instance(id, withOutput ? output : "", status)),
    },
    [`Unknown ${SHORT}`]: ALL,
  };
}

/** A refusal of the service. */
export function hostileRefusal(): string {
  return JSON.stringify({
    RequestId: SHORT,
    HostId: SHORT,
    Code: `Code ${SHORT}`,
    Message: `${ALL} ${CONTROL}`,
    Recommend: ADDRESS,
  });
}

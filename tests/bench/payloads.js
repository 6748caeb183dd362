/**
 * Answers of DescribeInvocations, made from a seed: the same seed gives the same bytes, another one other ids,
 * times, statuses and outputs of the same sizes.
 */

/** What the issue calls P1 to P3: a page of single runs, of fleets, and of one fleet with full outputs. */
export const shapes = {
  P1: { invocations: 50, instances: 1, outputBytes: 200 },
  P2: { invocations: 50, instances: 100, outputBytes: 400 },
  P3: { invocations: 1, instances: 200, outputBytes: 24_000 },
};

/** One record a run, as the history of an account has it. */
export const historyShape = { invocations: 50, instances: 1, outputBytes: 200 };

/** Pages of a history that are read in one go. */
export const historyBatch = 50;

function generator(seed) {
  // mulberry32
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const statuses = ["Success", "Success", "Success", "Success", "Success", "Success", "Failed", "Timeout"];
const lines = [
  "Reading package lists... Done",
  "nginx: configuration file /etc/nginx/nginx.conf test is successful",
  "磁盘使用率 82%，已清理 /var/log",
  "service restarted, pid=",
  "warning: swap is not configured on this host",
];

const encoder = new TextEncoder();

function base64(bytes) {
  if (bytes.toBase64) return bytes.toBase64();
  let binary = "";
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary);
}

function output(random, length) {
  let text = "";
  while (text.length < length)
    text += `${lines[Math.floor(random() * lines.length)]} ${Math.floor(random() * 1e6)}\n`;
  const bytes = encoder.encode(text);
  let end = Math.min(length, bytes.length);
  while (end > 0 && (bytes[end] & 0xc0) === 0x80) end -= 1;
  return base64(bytes.subarray(0, end));
}

function shuffled(object, random) {
  const entries = Object.entries(object);
  for (let at = entries.length - 1; at > 0; at -= 1) {
    const other = Math.floor(random() * (at + 1));
    [entries[at], entries[other]] = [entries[other], entries[at]];
  }
  return Object.fromEntries(entries);
}

const time = (seconds) => `${new Date(seconds * 1000).toISOString().slice(0, 19)}Z`;

/**
 * The bytes of one answer.
 *
 * @param {{ invocations: number, instances: number, outputBytes: number, chinese?: boolean, shuffle?: boolean,
 *   pretty?: boolean, seed: number, unique?: boolean, changed?: number }} shape `unique` gives each run its own
 *   command, name and folder; `changed` is the share of instances that another seed's page would not share.
 */
export function answer({
  invocations,
  instances,
  outputBytes,
  chinese,
  shuffle,
  pretty,
  seed,
  unique,
  change = 0,
}) {
  const random = generator(seed);
  const changes = generator(change);
  const order = shuffle ? (object) => shuffled(object, random) : (object) => object;
  const outputs = Array.from({ length: Math.min(32, invocations * instances) }, () =>
    output(random, outputBytes),
  );
  const runs = Array.from({ length: invocations }, (_, run) => {
    const created = 1_795_600_000 - seed * 5_000 - run * 60;
    const own = `${seed.toString(36)}-${run}`;
    const name = chinese ? `部署检查-${own}` : `deploy-check-${own}`;
    const members = Array.from({ length: instances }, (_, place) => {
      const moved = change > 0 && changes() < 0.05;
      const status = moved ? "Failed" : statuses[Math.floor(random() * statuses.length)];
      const start = created + Math.floor(random() * 5);
      const finish = start + Math.floor(random() * 90) + (moved ? 100 : 0);
      return order({
        CreationTime: time(created),
        UpdateTime: time(finish + (moved ? 1 : 0)),
        FinishTime: time(finish),
        InvocationStatus: status,
        Repeats: 1,
        InstanceId: `i-bp1${own}x${place.toString(36).padStart(6, "0")}`,
        Output: outputs[Math.floor(random() * outputs.length)],
        Dropped: random() < 0.05 ? Math.floor(random() * 5_000) : 0,
        StopTime: "",
        ExitCode: status === "Success" ? 0 : 1,
        StartTime: time(start),
        ErrorInfo: status === "Success" ? "" : "The command exit code is not zero.",
        Timed: false,
        ErrorCode: status === "Success" ? "" : "ExitCodeNonzero",
        InstanceInvokeStatus: status === "Timeout" ? "Failed" : "Finished",
      });
    });
    const content = unique ? `#!/bin/bash\necho ${own} ${random()}\n` : "#!/bin/bash\ndf -h && uptime\n";
    return order({
      CreationTime: time(created),
      Frequency: "",
      InvocationStatus: "Success",
      RepeatMode: "Once",
      CommandId: `c-hz0${unique ? own : run % 16}`,
      CommandType: "RunShellScript",
      InvokeStatus: "Finished",
      Parameters: "{}",
      Timed: false,
      CommandContent: base64(encoder.encode(content)),
      CommandName: unique || chinese ? name : `deploy-check-${run % 16}`,
      CommandDescription: "",
      InvokeId: `t-hz0${own}`,
      Username: "root",
      WorkingDir: unique ? `/srv/${own}` : "/root",
      Timeout: 60,
      InvokeInstances: { InvokeInstance: members },
      Tags: { Tag: [order({ TagKey: "env", TagValue: "prod" })] },
    });
  });
  const page = order({
    RequestId: `473469C7-AA6F-4DC5-B3DB-${seed.toString(16).padStart(12, "0").toUpperCase()}`,
    PageNumber: 1,
    PageSize: 50,
    TotalCount: invocations,
    NextToken: "",
    Invocations: { Invocation: runs },
  });
  return encoder.encode(pretty ? JSON.stringify(page, undefined, 2) : JSON.stringify(page));
}

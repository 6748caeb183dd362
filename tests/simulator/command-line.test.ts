import { expect, test } from "vitest";
import { readCommandLine } from "../../www/simulator/command-line.ts";

const now = () => Date.parse("2026-03-04T05:06:07.890Z");

test("without arguments it serves 1,000 runs on a free port with a running clock", () => {
  expect(readCommandLine([], now)).toEqual({
    kind: "serve",
    port: 0,
    options: {
      invocations: 1000,
      rolloutInstances: 500,
      seed: 1,
      clock: "run",
      startMs: Date.parse("2026-03-04T05:06:07Z"),
      arrivalMs: 0,
      faults: [],
    },
  });
});

test("every option is read", () => {
  const args =
    "--port 8123 --invocations 100000 --rollout 5000 --seed 7 --now 2026-11-24T09:00:00Z --arrivals 60000";

  expect(readCommandLine([...args.split(" "), "--fault", "throttle:0.1", "--fault", "slow=20"], now)).toEqual(
    {
      kind: "serve",
      port: 8123,
      options: {
        invocations: 100_000,
        rolloutInstances: 5000,
        seed: 7,
        clock: "fixed",
        startMs: Date.parse("2026-11-24T09:00:00Z"),
        arrivalMs: 60_000,
        faults: [
          { fault: { kind: "throttle", retryAfterMs: undefined }, probability: 0.1 },
          { fault: { kind: "slow", delayMs: 20 }, probability: 1 },
        ],
      },
    },
  );
});

test("--clock wins over the clock that --now implies", () => {
  const read = readCommandLine(["--now", "2026-11-24T09:00:00Z", "--clock", "step"], now);

  expect(read).toMatchObject({ options: { clock: "step" } });
});

test("--help names every option", () => {
  const help = readCommandLine(["--help"], now);

  for (const option of [
    "port",
    "invocations",
    "rollout",
    "seed",
    "clock",
    "now",
    "arrivals",
    "fault",
    "help",
  ]) {
    expect(help).toMatchObject({ kind: "help", text: expect.stringContaining(`--${option}`) });
  }
});

test.each([
  ["--port", "65536"],
  ["--port", "http"],
  ["--invocations", "0"],
  ["--rollout", "0"],
  ["--seed", "-1"],
  ["--clock", "fast"],
  ["--now", "noon"],
  ["--fault", "explode"],
  ["--unknown", "1"],
])("%s %s is a mistake that the text names", (option, value) => {
  const read = readCommandLine([option, value], now);

  expect(read).toMatchObject({ kind: "mistake", text: expect.stringContaining(option.slice(2)) });
});

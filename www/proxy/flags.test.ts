import { expect, test } from "vitest";
import { parseFlags } from "./flags.ts";

test("without arguments the proxy listens on a free port of loopback", () => {
  expect(parseFlags([])).toMatchObject({ command: "serve", live: false, port: 0, address: "127.0.0.1" });
});

test("repeated flags add up", () => {
  const flags = parseFlags([
    "--region",
    "cn-hangzhou",
    "--region=cn-beijing",
    "--host",
    "a.example",
    "--port",
    "8080",
  ]);

  expect(flags).toMatchObject({ regions: ["cn-hangzhou", "cn-beijing"], hosts: ["a.example"], port: 8080 });
});

test("what cannot be used is named", () => {
  const cases: [string[], string][] = [
    [["--prot", "1"], "--prot"],
    [["run"], "policy"],
    [["policy", "x"], "policy"],
    [["--port", "http"], "--port"],
    [["--port", "65536"], "--port"],
    [["--port", "-1"], "port"],
    [["--region", "cn-hangzhou.evil.com#"], "--region"],
    [["--network", "intranet"], "--network"],
    [["--listen", "evil.example"], "--listen"],
    [["--live", "--endpoint", "http://127.0.0.1:1"], "--live"],
    [["--frame-ancestor", "*; script-src *"], "--frame-ancestor"],
    [["--calls-per-minute", "0"], "--calls-per-minute"],
  ];

  for (const [args, word] of cases) expect(() => parseFlags(args), args.join(" ")).toThrow(word);
});

test("there is no way to put a token or key into the arguments", () => {
  for (const flag of ["--token", "--access-key-secret", "--key"]) {
    expect(() => parseFlags([flag, "x"])).toThrow(flag);
  }
});

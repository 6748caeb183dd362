import { execFile, spawn } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createSimulator, listen } from "../../www/simulator/index.ts";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
let folder: string;

// Node runs JavaScript: the command is emitted as the package's build emits it.
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "invoscope-simulator-"));
  const config = {
    extends: join(ROOT, "tsconfig.base.json"),
    compilerOptions: {
      rootDir: join(ROOT, "www/simulator"),
      outDir: folder,
      typeRoots: [join(ROOT, "node_modules/@types")],
    },
    include: [join(ROOT, "www/simulator")],
    exclude: [join(ROOT, "**/*.test.ts")],
  };
  await writeFile(join(folder, "tsconfig.json"), JSON.stringify(config));
  await writeFile(join(folder, "package.json"), '{"type":"module"}');
  const compiler = join(ROOT, "node_modules/typescript/bin/tsc");
  await promisify(execFile)(process.execPath, [compiler, "-p", join(folder, "tsconfig.json")]);
}, 60_000);
afterAll(() => rm(folder, { recursive: true, force: true }));

interface Ended {
  exitCode: number | null;
  output: string;
  complaints: string;
}

/** Runs the command; `onOutput` is called with its process once it has printed something. */
function runMain(args: string[], onOutput: (output: string, kill: (signal: NodeJS.Signals) => void) => void) {
  return new Promise<Ended>((resolve) => {
    const child = spawn(process.execPath, [join(folder, "main.js"), ...args]);
    let output = "";
    let complaints = "";
    child.stdout.on("data", (chunk: Buffer) => {
      output += chunk.toString();
      onOutput(output, (signal) => child.kill(signal));
    });
    child.stderr.on("data", (chunk: Buffer) => {
      complaints += chunk.toString();
    });
    child.once("close", (exitCode) => resolve({ exitCode, output, complaints }));
  });
}

test.each(["SIGINT", "SIGTERM"] as const)(
  "main prints its address, answers there and stops on %s",
  async (signal) => {
    let answered: Promise<unknown> | undefined;
    const ended = await runMain(["--now", "2026-11-24T09:00:00Z"], (output, kill) => {
      const url = /^Simulator: (http:\/\/127\.0\.0\.1:\d+\/)\n$/.exec(output)?.[1];
      if (url === undefined || answered !== undefined) return;
      answered = fetch(new URL("__simulator/clock", url))
        .then((response) => response.json())
        .finally(() => kill(signal));
    });

    expect(await answered).toEqual({ mode: "fixed", now: "2026-11-24T09:00:00.000Z" });
    expect(ended).toMatchObject({ exitCode: 0, complaints: "" });
  },
);

test("main --help prints the usage and ends with 0", async () => {
  expect(await runMain(["--help"], () => {})).toMatchObject({
    exitCode: 0,
    output: expect.stringMatching(/^Usage: /),
  });
});

test("main ends with 2 and says what is wrong", async () => {
  expect(await runMain(["--port", "x"], () => {})).toMatchObject({
    exitCode: 2,
    output: "",
    complaints: "found --port x, expected a whole number from 0 to 65535\n",
  });
});

test("main says that a port is taken and ends with 1", async () => {
  const server = await listen(createSimulator({ invocations: 1 }), { port: 0 });
  const { port } = new URL(server.url);

  const ended = await runMain(["--port", port], () => {});
  await server.close();

  expect(ended).toMatchObject({ exitCode: 1, complaints: expect.stringContaining(`port ${port}`) });
});

test("close drops connections that are still open", async () => {
  const server = await listen(createSimulator({ invocations: 1 }), { port: 0 });
  const socket = connect(Number(new URL(server.url).port), "127.0.0.1");
  await new Promise((resolve) => socket.once("connect", resolve));
  const dropped = new Promise((resolve) => socket.once("close", resolve));

  await server.close();

  await dropped;
});

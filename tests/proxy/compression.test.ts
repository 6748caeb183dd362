import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { RunningServer } from "../../www/proxy/serve.ts";
import { server } from "./support.ts";

const PAGE = `<!doctype html><title>console</title>${"<p>line</p>".repeat(1_000)}`;

let folder: string;
let running: RunningServer;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "invoscope-console-"));
  writeFileSync(join(folder, "index.html"), PAGE);
  writeFileSync(join(folder, "icon.svg"), "<svg/>");
  running = await server("http://127.0.0.1:9", { consoleFolder: folder });
});
afterAll(async () => {
  await running.close();
  rmSync(folder, { recursive: true });
});

const get = (path: string, accepted: string, method = "GET") =>
  fetch(new URL(path, running.url), { method, headers: { "accept-encoding": accepted } });

test.each([
  ["gzip, deflate, br, zstd", "br"],
  ["gzip;q=1.0, BR;q=0.5", "br"],
  ["gzip, deflate", "gzip"],
  ["br;q=0, gzip", "gzip"],
  ["br; q=0.000, gzip;q=0", null],
  ["identity", null],
  ["zstd", null],
])("Accept-Encoding: %s is answered with %s", async (accepted, coding) => {
  const response = await get("/", accepted);

  expect(response.headers.get("content-encoding")).toBe(coding);
  expect(response.headers.get("vary")).toBe("accept-encoding");
  expect(await response.text()).toBe(PAGE);
  const sent = Number(response.headers.get("content-length"));
  if (coding === null) expect(sent).toBe(PAGE.length);
  else expect(sent).toBeLessThan(PAGE.length / 10);
});

test("HEAD has the headers of GET", async () => {
  const [head, body] = [await get("/", "br", "HEAD"), await get("/", "br")];

  for (const name of ["content-encoding", "content-length", "content-type", "vary"]) {
    expect([name, head.headers.get(name)]).toEqual([name, body.headers.get(name)]);
  }
  expect(await head.text()).toBe("");
});

test("a file that compressing makes no smaller goes as it is", async () => {
  const response = await get("/icon.svg", "br, gzip");

  expect(response.headers.get("content-encoding")).toBe(null);
  expect(await response.text()).toBe("<svg/>");
});

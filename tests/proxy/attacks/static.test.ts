import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { RunningServer } from "../../../www/proxy/serve.ts";
import { raw, server } from "../support.ts";

let folder: string;
let running: RunningServer;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "invoscope-console-"));
  const consoleFolder = join(folder, "console");
  mkdirSync(join(consoleFolder, "assets"), { recursive: true });
  writeFileSync(join(folder, "secret.json"), "outside");
  writeFileSync(join(consoleFolder, "index.html"), "<!doctype html><title>console</title>");
  writeFileSync(join(consoleFolder, "assets", "index-BqX3k9_a.js"), "export {};");
  writeFileSync(join(consoleFolder, "assets", "invoscope_bg-D4f9aB12.wasm"), "\0asm");
  writeFileSync(join(consoleFolder, "favicon.svg"), "<svg/>");
  writeFileSync(join(consoleFolder, ".env"), "hidden");
  symlinkSync(join(folder, "secret.json"), join(consoleFolder, "link.json"));
  running = await server("http://127.0.0.1:9", {
    consoleFolder,
    frameAncestors: ["https://ops.example.com"],
  });
});
afterAll(async () => {
  await running.close();
  rmSync(folder, { recursive: true });
});

const get = (path: string, init?: RequestInit) => fetch(new URL(path, running.url), init);

test("exactly the files are served, with their types", async () => {
  const types = async (path: string) => {
    const response = await get(path);
    return [response.status, response.headers.get("content-type"), response.headers.get("cache-control")];
  };
  const forever = "public, max-age=31536000, immutable";

  expect(await types("/")).toEqual([200, "text/html; charset=utf-8", "no-cache"]);
  expect(await types("/assets/index-BqX3k9_a.js")).toEqual([200, "text/javascript; charset=utf-8", forever]);
  expect(await types("/assets/invoscope_bg-D4f9aB12.wasm")).toEqual([200, "application/wasm", forever]);
  expect(await types("/favicon.svg")).toEqual([200, "image/svg+xml", "no-cache"]);
});

test("a route of the console gets the page, a missing file does not", async () => {
  expect(await (await get("/invocations/t-1/output")).text()).toContain("<title>console</title>");
  expect((await get("/missing.js")).status).toBe(404);
  expect((await get("/api/v2/anything")).status).toBe(404);
  expect((await get("/", { method: "POST" })).status).toBe(404);
  expect((await get("/", { method: "HEAD" })).headers.get("content-length")).toBe("37");
});

test("nothing outside the folder is reached, by path, link or hidden name", async () => {
  const host = `Host: 127.0.0.1:${running.port}\r\nConnection: close\r\n\r\n`;

  for (const path of [
    "/../secret.json",
    "/assets/../../secret.json",
    "/..%2fsecret.json",
    "/%2e%2e/secret.json",
    "/..\\secret.json",
    "//secret.json",
    "/link.json",
    "/.env",
  ]) {
    const answer = await raw(running.port, `GET ${path} HTTP/1.1\r\n${host}`);

    expect(answer).not.toMatch(/outside|hidden/);
    expect([path, /^HTTP\/1.1 40[04]/.test(answer)]).toEqual([path, true]);
  }
});

test("pages run nothing inline, are framed only by listed origins and say nothing about themselves", async () => {
  const headers = Object.fromEntries((await get("/")).headers);

  expect(headers["content-security-policy"]?.split("; ")).toEqual([
    "default-src 'none'",
    "script-src 'self' 'wasm-unsafe-eval'",
    "style-src 'self'",
    "img-src 'self' data:",
    "connect-src 'self'",
    "font-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors https://ops.example.com",
    "require-trusted-types-for 'script'",
    "trusted-types lit-html",
  ]);
  expect(headers["x-content-type-options"]).toBe("nosniff");
  expect(headers["referrer-policy"]).toBe("no-referrer");
  expect(headers["cross-origin-opener-policy"]).toBe("same-origin");
  expect(headers["cross-origin-resource-policy"]).toBe("same-origin");
  expect(headers["set-cookie"]).toBeUndefined();
  expect(headers["x-powered-by"]).toBeUndefined();
});

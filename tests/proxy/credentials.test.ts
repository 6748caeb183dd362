import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { defaultCredentials } from "../../www/proxy/index.ts";
import { main } from "../../www/proxy/main.ts";
import { answerWith, upstream } from "./support.ts";

let home: string;
beforeEach(() => {
  // Neither a profile of whoever runs the tests nor the metadata service of the machine may take part.
  home = mkdtempSync(join(tmpdir(), "invoscope-home-"));
  vi.stubEnv("HOME", home);
  vi.stubEnv("ALIBABA_CLOUD_ECS_METADATA_DISABLED", "true");
  for (const name of [
    "ACCESS_KEY_ID",
    "ACCESS_KEY_SECRET",
    "SECURITY_TOKEN",
    "CREDENTIALS_URI",
    "ROLE_ARN",
  ]) {
    vi.stubEnv(`ALIBABA_CLOUD_${name}`, undefined);
  }
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(home, { recursive: true });
});

test("the official chain takes a key from the environment", async () => {
  vi.stubEnv("ALIBABA_CLOUD_ACCESS_KEY_ID", "env-id");
  vi.stubEnv("ALIBABA_CLOUD_ACCESS_KEY_SECRET", "env-secret");

  expect(await defaultCredentials()()).toEqual({
    accessKeyId: "env-id",
    accessKeySecret: "env-secret",
    securityToken: undefined,
  });
});

test("the official chain goes on to temporary credentials from an address", async () => {
  const credentials = {
    Code: "Success",
    AccessKeyId: "STS.uri-id",
    AccessKeySecret: "uri-secret",
    SecurityToken: "uri-token",
    Expiration: "2099-01-01T00:00:00Z",
  };
  const source = await upstream(answerWith(200, JSON.stringify(credentials)));
  vi.stubEnv("ALIBABA_CLOUD_CREDENTIALS_URI", source.url);

  expect(await defaultCredentials()()).toEqual({
    accessKeyId: "STS.uri-id",
    accessKeySecret: "uri-secret",
    securityToken: "uri-token",
  });
  await source.close();
});

for (const [kind, token, warning] of [
  ["a long-lived key draws a warning", undefined, "long-lived"],
  ["temporary credentials draw none", "env-token", ""],
] as const) {
  test(`with --live ${kind}, and nothing secret is printed`, async () => {
    vi.stubEnv("ALIBABA_CLOUD_ACCESS_KEY_ID", "env-id");
    vi.stubEnv("ALIBABA_CLOUD_ACCESS_KEY_SECRET", "env-secret");
    vi.stubEnv("ALIBABA_CLOUD_SECURITY_TOKEN", token);
    let printed = "";
    const print = (text: string) => {
      printed += text;
    };

    const running = await main(["--live"], { env: process.env, out: print, err: print });
    await running?.close();

    expect(printed).toMatch(/Proxy: http:\/\/127\.0\.0\.1:\d+\/\n$/);
    expect(printed.includes("long-lived")).toBe(warning !== "");
    expect(printed).not.toMatch(/env-id|env-secret|env-token/);
  });
}

test("with --live and no credentials the command says so before it listens", async () => {
  const io = { env: process.env, out: () => undefined, err: () => undefined };

  await expect(main(["--live"], io)).rejects.toThrow("--live found no credentials");
});

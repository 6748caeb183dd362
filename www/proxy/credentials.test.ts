import { expect, test } from "vitest";
import { defaultCredentials } from "./credentials.ts";

test("the chain is asked each time, so that it can refresh", async () => {
  let loads = 0;
  let calls = 0;
  const provider = defaultCredentials(async () => {
    loads += 1;
    return {
      getCredentials: async () => ({ accessKeyId: `id-${++calls}`, accessKeySecret: "s", securityToken: "" }),
    };
  });

  expect(await provider()).toEqual({ accessKeyId: "id-1", accessKeySecret: "s", securityToken: undefined });
  expect((await provider()).accessKeyId).toBe("id-2");
  expect(loads).toBe(1);
});

test("after a failure a fresh chain tries every source again", async () => {
  let loads = 0;
  const provider = defaultCredentials(async () => {
    loads += 1;
    if (loads === 1) return { getCredentials: () => Promise.reject(new Error("no role")) };
    return { getCredentials: async () => ({ accessKeyId: "id", accessKeySecret: "s" }) };
  });

  await expect(provider()).rejects.toThrow("no role");
  expect((await provider()).accessKeyId).toBe("id");
});

test("half a key is no key", async () => {
  const provider = defaultCredentials(async () => ({ getCredentials: async () => ({ accessKeyId: "id" }) }));

  await expect(provider()).rejects.toThrow("no access key");
});

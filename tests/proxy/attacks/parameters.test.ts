import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { call, codeOf, emptyPage, fakeProxy } from "../support.ts";

const sent: URL[] = [];
const proxy = fakeProxy(
  (url) => {
    sent.push(url);
    return emptyPage();
  },
  { callsPerMinute: 10_000 },
);

async function refusal(part: object, path?: string): Promise<string> {
  sent.length = 0;
  const response = await proxy(call({ RegionId: "cn-hangzhou", ...part }, {}, path));
  expect(response.status).toBe(400);
  expect(sent).toEqual([]);
  return codeOf(response);
}

test("a key that is not a parameter of the action is refused", async () => {
  for (const key of [
    "Action",
    "Version",
    "action",
    "regionId",
    "Format",
    "AccessKeyId",
    "Signature",
    "SecurityToken",
    "CommandContent",
    "OwnerId",
    "OwnerAccount",
    "ResourceOwnerId",
    "ResourceOwnerAccount",
    "Tag.1.Key",
    "Endpoint",
    "Host",
    "constructor",
    "toString",
    "IncludeHistory",
    "InvokeRecordStatus",
  ]) {
    expect([key, await refusal({ [key]: "x" })]).toEqual([key, "UnknownParameter"]);
  }
});

test("a key of the other action is refused", async () => {
  const path = "/api/v1/describe-invocation-results";

  for (const key of ["CommandName", "CommandType", "Timed", "InvokeStatus", "IncludeOutput", "RepeatMode"]) {
    expect([key, await refusal({ [key]: "x" }, path)]).toEqual([key, "UnknownParameter"]);
  }
});

test("a prototype in the body is a key like any other", async () => {
  for (const body of [
    '{"RegionId":"cn-hangzhou","__proto__":{"x":1}}',
    '{"__proto__":{"RegionId":"cn-hangzhou"}}',
  ]) {
    expect((await proxy(call(body))).status).toBe(400);
  }
});

test("values of another type, length or vocabulary are refused", async () => {
  const cases: [string, unknown][] = [
    ["MaxResults", 0],
    ["MaxResults", 51],
    ["MaxResults", 1.5],
    ["MaxResults", "50"],
    ["MaxResults", -1],
    ["PageSize", 100],
    ["PageNumber", 0],
    ["IncludeOutput", "true"],
    ["IncludeOutput", 1],
    ["Timed", null],
    ["InvokeId", ""],
    ["InvokeId", "t".repeat(129)],
    ["InvokeId", ["t-1"]],
    ["InvokeId", { toString: "t-1" }],
    ["InvokeId", "t-1\nx-acs-action: RunCommand"],
    ["InvokeId", "t-1\u0000"],
    ["CommandName", "n".repeat(257)],
    ["CommandName", "\ud800"],
    ["NextToken", "n".repeat(4097)],
    ["CommandType", "RunPythonScript"],
    ["ContentEncoding", "base64"],
    ["InvokeStatus", "running"],
    ["RepeatMode", "DryRun"],
    ["Tag", "x"],
    ["Tag", { Key: "a" }],
    ["Tag", Array.from({ length: 21 }, (_, n) => ({ Key: `k${n}` }))],
    ["Tag", [["a"]]],
    ["Tag", [{ Key: "" }]],
    ["Tag", [{ Key: "k".repeat(65) }]],
    ["Tag", [{ Key: "k", Value: "v".repeat(129) }]],
    ["Tag", [{ Key: "k", Value: 1 }]],
  ];

  for (const [name, value] of cases) {
    const shown = JSON.stringify(value)?.slice(0, 40);
    expect([name, shown, await refusal({ [name]: value })]).toEqual([name, shown, "InvalidParameter"]);
  }
  expect(await refusal({ Tag: [{ Value: "v" }] })).toBe("MissingParameter");
  expect(await refusal({ Tag: [{ Key: "k", Other: "v" }] })).toBe("UnknownParameter");
});

test("a message names the parameter and never repeats what was sent", async () => {
  const value = "<img src=x onerror=alert(1)>";

  for (const part of [
    { InvokeStatus: value },
    { [value]: 1 },
    { Tag: [{ [value]: 1 }] },
    { MaxResults: value },
  ]) {
    const text = await (await proxy(call({ RegionId: "cn-hangzhou", ...part }))).text();

    expect(text).not.toContain("img");
  }
});

test("a text with separators stays inside its own parameter", async () => {
  sent.length = 0;
  const name = "a&Action=RunCommand#?x=%26\u2028é";

  await proxy(call({ RegionId: "cn-hangzhou", CommandName: name }));

  expect(sent[0]?.searchParams.get("CommandName")).toBe(name);
  expect([...(sent[0]?.searchParams.keys() ?? [])].sort()).toEqual(["CommandName", "RegionId"]);
});

test("the sources name no action that changes anything", () => {
  for (const file of ["allow.ts", "handler.ts", "sign.ts", "upstream.ts", "policy.ts"]) {
    const source = readFileSync(new URL(`../../../www/proxy/${file}`, import.meta.url), "utf8");

    expect(source).not.toMatch(
      /RunCommand|InvokeCommand|StopInvocation|CreateCommand|SendFile|DeleteCommand/,
    );
  }
});

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { beforeAll, expect, test } from "vitest";
import { type Action, encodeRequest, initSync, parse } from "./api.ts";

const require = createRequire(import.meta.url);

interface Model {
  /** From the model's names to the API's. */
  names(): Record<string, string>;
  types(): Record<string, string | { itemType: string }>;
}

/** A model of the official SDK's typings. */
function model(file: string, name: string): Model {
  return (require(`@alicloud/ecs20140526/dist/models/${file}.js`) as Record<string, Model>)[name] as Model;
}

const SAMPLES: Record<string, unknown> = { string: "x", number: 1, boolean: true };

/** A record that has every member of a model that is no record itself. */
function sampleOf(one: Model): Record<string, unknown> {
  const members = Object.entries(one.names()).map(([name, apiName]) => {
    const type = one.types()[name];
    return [apiName, typeof type === "string" ? SAMPLES[type] : undefined];
  });
  return Object.fromEntries(members.filter(([, value]) => value !== undefined));
}

beforeAll(() => {
  initSync({ module: readFileSync(new URL("./wasm/invoscope_bg.wasm", import.meta.url)) });
});

test("DescribeInvocations: no member of the official SDK's typings is unknown here", () => {
  const file = "DescribeInvocationsResponseBody";
  const run = sampleOf(model(file, `${file}InvocationsInvocation`));
  const instance = sampleOf(model(file, `${file}InvocationsInvocationInvokeInstancesInvokeInstance`));
  const tag = sampleOf(model(file, `${file}InvocationsInvocationTagsTag`));
  const envelope = sampleOf(model(file, file));

  const page = parse(
    JSON.stringify({
      ...envelope,
      Invocations: {
        Invocation: [{ ...run, InvokeInstances: { InvokeInstance: [instance] }, Tags: { Tag: [tag] } }],
      },
    }),
  );

  expect(Object.keys(instance)).toHaveLength(19);
  expect(Object.keys(run)).toHaveLength(21);
  expect(page.extra).toBeUndefined();
  expect(page.invocations[0]?.extra).toBeUndefined();
  expect(page.invocations[0]?.instances[0]?.extra).toBeUndefined();
  expect(page.invocations[0]?.tags[0]).toEqual({ key: "x", value: "x" });
});

test("DescribeInvocationResults: no member of the official SDK's typings is unknown here", () => {
  const file = "DescribeInvocationResultsResponseBody";
  const result = sampleOf(model(file, `${file}InvocationInvocationResultsInvocationResult`));
  const paging = sampleOf(model(file, `${file}Invocation`));

  const page = parse(
    JSON.stringify({
      ...sampleOf(model(file, file)),
      Invocation: { ...paging, InvocationResults: { InvocationResult: [result] } },
    }),
  );

  expect(Object.keys(result)).toHaveLength(24);
  expect(page.extra).toBeUndefined();
  expect(page.results[0]?.extra).toBeUndefined();
});

test.each<Action>(["DescribeInvocations", "DescribeInvocationResults"])(
  "%s: every parameter of the official SDK's typings is sent",
  (action) => {
    const request = {
      ...sampleOf(model(`${action}Request`, `${action}Request`)),
      Tag: [{ Key: "k", Value: "v" }],
    };
    const wanted = Object.keys(request).filter((name) => name !== "Tag");

    const sent = encodeRequest(request, action).map(([name]) => name);

    expect(sent.filter((name) => !name.startsWith("Tag.")).sort()).toEqual(wanted.sort());
    expect(sent.filter((name) => name.startsWith("Tag."))).toEqual(["Tag.1.Key", "Tag.1.Value"]);
  },
);

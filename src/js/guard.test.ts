import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import * as api from "./api.ts";
import { isInvoscopeError } from "./invoscope-error.ts";
import * as glue from "./wasm/invoscope.js";

/** What a call throws, as far as programs go by it. */
function codeOf(call: () => unknown): string | undefined {
  try {
    call();
  } catch (error) {
    return isInvoscopeError(error) ? error.code : String(error);
  }
  return undefined;
}

test("every function and class of the glue is guarded", () => {
  const exported = new Map<string, unknown>(Object.entries(api));
  const unguarded = Object.entries(glue)
    .filter(([name, value]) => name !== "default" && exported.get(name) === value)
    .map(([name]) => name);

  expect(unguarded).toEqual([]);
});

test("functions and constructors say so before the module is loaded", () => {
  expect(codeOf(() => api.parse("{}"))).toBe("not-ready");
  expect(codeOf(() => new api.InvocationStore())).toBe("not-ready");
});

describe("once it is loaded", () => {
  const left: { free(): void }[] = [];

  beforeAll(() => {
    api.initSync({ module: readFileSync(new URL("./wasm/invoscope_bg.wasm", import.meta.url)) });
  });
  afterAll(() => {
    for (const handle of left) handle.free();
  });

  test("a handle is an instance of its class and keeps its name", () => {
    const store = new api.InvocationStore();
    left.push(store);

    expect(store).toBeInstanceOf(api.InvocationStore);
    expect(api.InvocationStore.name).toBe("InvocationStore");
  });

  test("methods and getters of a freed handle say so", () => {
    const store = new api.InvocationStore();
    store.free();

    expect(codeOf(() => store.list({}))).toBe("invalid-handle");
    expect(codeOf(() => store.runCount)).toBe("invalid-handle");
  });

  test("a method on another object says so", () => {
    const { list } = api.InvocationStore.prototype;

    expect(codeOf(() => list.call({} as api.InvocationStore, {}))).toBe("invalid-handle");
  });

  test("freeing twice does nothing, by name or by symbol", () => {
    const store = new api.InvocationStore();
    store.free();

    expect(() => store.free()).not.toThrow();
    expect(() => store[Symbol.dispose]()).not.toThrow();
  });

  test("leaving a handle by its symbol frees it", () => {
    const store = new api.InvocationStore();
    store[Symbol.dispose]();

    expect(codeOf(() => store.list({}))).toBe("invalid-handle");
  });

  test("a call back into a store that is being filled harms nothing", () => {
    const store = new api.InvocationStore();
    left.push(store);
    const context = {
      get includeOutput() {
        store.clear();
        return true;
      },
    };

    expect(() => store.ingest("{}", context)).toThrow();
    expect(store.list({}).total).toBe(0);
  });

  test("an error of the module has a code and the offset of what is wrong", () => {
    let thrown: unknown;
    try {
      api.parse('{"Invocations": }');
    } catch (error) {
      thrown = error;
    }

    expect(thrown).toBeInstanceOf(Error);
    expect(thrown).toMatchObject({ name: "InvoscopeError", code: "json-syntax", offset: 16 });
  });
});

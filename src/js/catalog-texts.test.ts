import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, test } from "vitest";
import { explain, explainErrorCode, explainErrorInfo, explainExitCode, initSync } from "./api.ts";
import { hasTexts, loadTexts } from "./catalog-texts.ts";
import { isInvoscopeError } from "./invoscope-error.ts";
import en from "./texts/en.ts";
import zhCn from "./texts/zh-CN.ts";

beforeAll(() => {
  initSync({ module: readFileSync(new URL("./wasm/invoscope_bg.wasm", import.meta.url)) });
});

test("a language that is not loaded is refused by its code, and what is null stays null", () => {
  let thrown: unknown;
  try {
    explain("ClientNotRunning", "zh-TW");
  } catch (error) {
    thrown = error;
  }

  expect(isInvoscopeError(thrown) && thrown.code).toBe("texts-not-loaded");
  expect(hasTexts("zh-TW")).toBe(false);
  expect(explainErrorCode("NoSuchCode", "zh-CN")).toBeNull();
});

test("both languages have the same entries", () => {
  expect(Object.keys(zhCn)).toEqual(Object.keys(en));
  expect(Object.keys(en).length).toBeGreaterThan(100);
});

describe("once both are loaded", () => {
  beforeAll(async () => {
    await Promise.all([loadTexts("ZH_hans"), loadTexts("fr")]);
  });

  test("every tag has the language of its rule", () => {
    expect(["zh", "zh-CN", "zh_TW", "en", "zhx", ""].map((tag) => hasTexts(tag))).toEqual(
      Array(6).fill(true),
    );
    expect(explain("ClientNotRunning", "zh").title).toBe("云助手 Agent 未运行");
    expect(explain("ClientNotResponse", "zhx").title).toBe("Agent does not respond");
  });

  test("values of the subject stand in the sentences", () => {
    const sentence =
      "The aliyun service in the instance need to be upgraded to at least version 2.2.3.309 to support the feature LauncherX";

    const told = explainErrorInfo(sentence, "en");

    expect(told?.values).toEqual({ version: "2.2.3.309", feature: "LauncherX" });
    expect(`${told?.title} ${told?.cause} ${told?.fix}`).toContain("2.2.3.309");
    expect(JSON.stringify(explainExitCode(137, "en", "RunShellScript"))).not.toMatch(
      /\{(code|signal|name)\}/,
    );
  });

  test("a value with braces in it is not filled itself", () => {
    const sentence =
      "The aliyun service in the instance need to be upgraded to at least version {feature} to support the feature X";

    const told = explainErrorInfo(sentence, "en");

    expect(`${told?.title} ${told?.cause} ${told?.fix}`).toContain("{feature}");
  });

  test("what the catalog does not know is said to be unknown", () => {
    expect(explain("云?", "en")).toMatchObject({ known: false, entry: null, title: "Not in the catalog" });
  });
});

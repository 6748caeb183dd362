import { hasTexts, loadTexts } from "invoscope";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { browserLocale, Language } from "./language.ts";

vi.mock("invoscope", () => ({ hasTexts: vi.fn(), loadTexts: vi.fn() }));

/** Languages whose texts are here. */
let here: Set<string>;
/** Ends the loading that is under way, well or badly. */
let settle: (isLoaded: boolean) => Promise<void>;

beforeEach(() => {
  here = new Set(["en"]);
  settle = () => Promise.reject(new Error("nothing is being loaded"));
  vi.mocked(hasTexts).mockImplementation((locale) => here.has(locale));
  vi.mocked(loadTexts).mockReset();
  vi.mocked(loadTexts).mockImplementation(
    (locale) =>
      new Promise((resolve, reject) => {
        settle = async (isLoaded) => {
          if (isLoaded) {
            here.add(locale ?? "");
            resolve();
          } else reject(new Error("cut off"));
          // What waits for the texts goes on first.
          await Promise.resolve();
        };
      }),
  );
});

afterEach(() => vi.unstubAllGlobals());

function spoken(wanted: string | undefined): { language: Language; changed: ReturnType<typeof vi.fn> } {
  const changed = vi.fn();
  return { language: new Language(wanted, changed), changed };
}

test.each([
  ["zh-CN", "zh-CN"],
  ["zh-TW", "zh-CN"],
  ["zh", "zh-CN"],
  ["en-GB", "en"],
  ["fr", "en"],
])("a browser that speaks %s gets %s", (language, locale) => {
  vi.stubGlobal("navigator", { language });

  expect(browserLocale()).toBe(locale);
});

test("where there is no browser it is English", () => {
  vi.stubGlobal("navigator", undefined);

  expect(browserLocale()).toBe("en");
});

test("a language whose texts are here is spoken at once, and nothing is loaded", () => {
  const { language, changed } = spoken("en");

  expect(language.locale).toBe("en");
  expect(loadTexts).not.toHaveBeenCalled();
  expect(changed).not.toHaveBeenCalled();
});

test("another is spoken once its texts are here, and the views are told once", async () => {
  const { language, changed } = spoken("zh-CN");
  expect(language.locale).toBe("en");

  await settle(true);

  expect(language.locale).toBe("zh-CN");
  expect(changed).toHaveBeenCalledTimes(1);
});

test("a choice that is taken back while its texts are loading changes nothing", async () => {
  const { language, changed } = spoken("en");
  language.want("zh-CN");
  language.want("en");

  await settle(true);

  expect(language.locale).toBe("en");
  expect(changed).not.toHaveBeenCalled();
});

test("where texts cannot be loaded the old language stays, and the next choice tries again", async () => {
  const { language, changed } = spoken("en");
  language.want("zh-CN");
  await settle(false);
  expect(language.locale).toBe("en");
  expect(changed).not.toHaveBeenCalled();

  language.want("zh-CN");
  await settle(true);

  expect(language.locale).toBe("zh-CN");
  expect(loadTexts).toHaveBeenCalledTimes(2);
});

test("of a page without any texts, the wanted language is spoken", () => {
  here.clear();

  expect(spoken("zh-CN").language.locale).toBe("zh-CN");
});

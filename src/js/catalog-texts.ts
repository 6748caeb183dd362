/**
 * The catalog's sentences. The module knows what is the same in every language; a language's sentences are a
 * JavaScript module of their own, so that a page loads the one it shows.
 *
 * @module
 */
import { invoscopeError } from "./invoscope-error.ts";
import type { CatalogEntry, Explanation, LocaleTag } from "./wasm/invoscope.js";

/** By entry: title, cause, check, fix; `{name}` stands for a value of the subject. */
export type CatalogTexts = Readonly<Record<string, readonly [string, string, string, string]>>;

type Language = CatalogEntry["locale"];

const loaded = new Map<Language, CatalogTexts>();

const sources: Readonly<Record<Language, () => Promise<{ default: CatalogTexts }>>> = {
  "zh-CN": () => import("./texts/zh-CN.ts"),
  en: () => import("./texts/en.ts"),
};

/** The language of a tag, by the rule of {@link LocaleTag}. */
function languageOf(locale: LocaleTag): Language {
  return /^zh(?![^-_])/i.test(locale) ? "zh-CN" : "en";
}

/** Hands sentences over that are there already. */
export function addTexts(language: Language, texts: CatalogTexts): void {
  loaded.set(language, texts);
}

/** Whether `explain` and its kin speak the language. Always so in Node. */
export function hasTexts(locale: LocaleTag): boolean {
  return loaded.has(languageOf(locale));
}

/**
 * Loads the sentences that `explain` and its kin answer with, once a language. `init()` does it for the browser's
 * own; await this before a page switches to another.
 *
 * @throws Whatever loading a module throws; the next call then tries again.
 */
export async function loadTexts(locale: LocaleTag): Promise<void> {
  const language = languageOf(locale);
  if (loaded.has(language)) return;
  const { default: texts } = await sources[language]();
  addTexts(language, texts);
}

type Told<E> = E extends CatalogEntry ? Explanation : E;

/** The function, its answer with its sentences. Throws `texts-not-loaded` where they are not here. */
export function told<A extends unknown[], E extends CatalogEntry | null>(
  find: (...args: A) => E,
): (...args: A) => Told<E>;
export function told(find: (...args: unknown[]) => CatalogEntry | null) {
  return (...args: unknown[]): Explanation | null => {
    const found = find(...args);
    return found === null ? null : explained(found);
  };
}

function explained(found: CatalogEntry): Explanation {
  const texts = loaded.get(found.locale);
  const text = texts?.[found.entry ?? "unknown"];
  if (text === undefined) {
    const { locale } = found;
    throw invoscopeError(
      "texts-not-loaded",
      `expected the texts of ${locale}: await loadTexts("${locale}") first`,
    );
  }
  const [title, cause, check, fix] = text.map((template) => filled(template, found.values)) as [
    string,
    string,
    string,
    string,
  ];
  return { ...found, title, cause, check, fix };
}

/** In one pass, so that a value with braces in it is never filled itself. */
function filled(template: string, values: Readonly<Record<string, string>>): string {
  return template.replace(
    /\{([^{}]*)\}/g,
    (whole, name) => (Object.hasOwn(values, name) ? values[name] : undefined) ?? whole,
  );
}

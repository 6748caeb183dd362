/**
 * What a reader does not see: the characters that an output's reading marks (`InvisibleCharacter`), and controls, which
 * have no picture. Tabs and line breaks lay text out and stay.
 */
const UNSEEN = new RegExp(
  "[\\0-\\x08\\v\\f\\x0E-\\x1F\\x7F-\\x9F\\xAD\\u034F\\u061C\\u115F\\u1160\\u180E\\u200B-\\u200F\\u2028-\\u202E" +
    "\\u2060-\\u206F\\u3164\\uFEFF\\uFFA0\\uFFF9-\\uFFFB\\u{E0000}-\\u{E007F}]",
  "gu",
);

/**
 * A text with its unseen characters written out, as in `photo⟨U+202E⟩gpj.exe`: a name that reorders what stands beside
 * it, or that only looks like another one, does not. For names, labels and hints; copies and exports have the text
 * itself.
 */
export function legible(text: string): string {
  return text.replace(UNSEEN, (character) => `⟨U+${codeOf(character)}⟩`);
}

/** The same for every text of a record; keys stay. */
export function legibleRecord<T>(record: T): T {
  return map(record) as T;
}

function map(value: unknown): unknown {
  if (typeof value === "string") return legible(value);
  if (Array.isArray(value)) return value.map(map);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, map(member)]));
}

/** The same for JSON, where an escape is another spelling of the same text. */
export function legibleJson(json: string): string {
  return json.replace(UNSEEN, (character) =>
    // A character beyond the basic plane is two escapes.
    Array.from({ length: character.length }, (_, at) => `\\u${hex(character.charCodeAt(at))}`).join(""),
  );
}

function codeOf(character: string): string {
  return hex(character.codePointAt(0) ?? 0).toUpperCase();
}

function hex(code: number): string {
  return code.toString(16).padStart(4, "0");
}

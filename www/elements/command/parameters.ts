/** A stretch of a command that is not the text as it was written. */
export interface Mark {
  /** UTF-16 offsets. */
  readonly start: number;
  readonly end: number;
  /** A parameter's value; what the agent fills in on each instance; a parameter that the answer has no value of. */
  readonly kind: "filled" | "agent" | "missing";
  /** The placeholder, as it was written. */
  readonly placeholder: string;
}

/** A command with its parameters in it. */
export interface Filled {
  readonly text: string;
  readonly marks: readonly Mark[];
}

/** Built-in parameters, and references to the parameter store, which the agent resolves. */
const OF_THE_AGENT = /^(ACS\s*::|oos(-secret)?\s*:)/i;

/**
 * Fills parameters into a command: `{{name}}`, blanks around the name allowed, capital letters and small ones the same.
 *
 * `{{ACS::…}}` and `{{oos:…}}` stay, because their values differ by instance or are not in the answer. A value is
 * not searched for placeholders again.
 */
export function fill(content: string, parameters: readonly (readonly [string, string])[]): Filled {
  const values = new Map(parameters.map(([name, value]) => [name.toLowerCase(), value]));
  const marks: Mark[] = [];
  let text = "";
  let at = 0;
  for (const match of content.matchAll(/\{\{([^{}]*)\}\}/g)) {
    const [placeholder, inner = ""] = match;
    const name = inner.trim();
    if (name === "") continue;
    text += content.slice(at, match.index);
    at = match.index + placeholder.length;
    const value = OF_THE_AGENT.test(name) ? undefined : values.get(name.toLowerCase());
    const kind = value !== undefined ? "filled" : OF_THE_AGENT.test(name) ? "agent" : "missing";
    const start = text.length;
    text += value ?? placeholder;
    marks.push({ start, end: text.length, kind, placeholder });
  }
  return { text: text + content.slice(at), marks };
}

/** Parameters are JSON text, in some answers an object; what is neither is given whole, without a name. */
export function parameterEntries(parameters: unknown): [string, string][] {
  let value = parameters;
  if (typeof value === "string") {
    if (value === "") return [];
    try {
      value = JSON.parse(value);
    } catch {
      return [["", String(parameters)]];
    }
  }
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).map(([name, part]) => [
    name,
    typeof part === "string" ? part : JSON.stringify(part),
  ]);
}

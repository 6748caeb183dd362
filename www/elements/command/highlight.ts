import { own } from "../foundation/index.ts";
/** A run of a line of code. */
export interface Token {
  readonly text: string;
  readonly kind: "plain" | "comment" | "string" | "variable" | "keyword" | "number";
}

type Kind = Token["kind"];

const SHELL =
  /(?<comment>(?<![\S])#.*$)|(?<string>"(?:\\.|[^"\\])*"?|'[^']*'?)|(?<variable>\$\{[^}]*\}?|\$[\w@#?*!$-]+|\{\{[\w.:-]+\}\})|(?<keyword>\b(?:if|then|else|elif|fi|for|in|do|done|while|until|case|esac|function|return|exit|set|export|local|source|trap|exec|echo|cd|shift|eval|read)\b)|(?<number>\b\d+\b)/g;
const BAT =
  /(?<comment>^\s*(?:rem\b|::).*$)|(?<string>"[^"]*"?)|(?<variable>%[\w~:*]+%?|![\w]+!)|(?<keyword>\b(?:echo|set|if|else|not|exist|errorlevel|for|in|do|goto|call|exit|setlocal|endlocal|pushd|popd|shift|net|start)\b)|(?<number>\b\d+\b)/gi;
const POWERSHELL =
  /(?<comment>#.*$|<#.*?(?:#>|$))|(?<string>"(?:`.|[^"`])*"?|'[^']*'?)|(?<variable>\$[\w:]+|\$\{[^}]*\}?)|(?<keyword>\b(?:if|else|elseif|foreach|for|while|do|until|switch|function|param|return|exit|throw|try|catch|finally|begin|process|end|in)\b|\b[A-Z][a-z]+-[A-Z]\w+)|(?<number>\b\d+\b)/gi;

const RULES: Readonly<Record<string, RegExp>> = {
  RunShellScript: SHELL,
  RunBatScript: BAT,
  RunPowerShellScript: POWERSHELL,
};

const KINDS: readonly Kind[] = ["comment", "string", "variable", "keyword", "number"];

/** Light colouring, line by line; a language without rules stays plain. */
export function highlight(line: string, commandType: string): Token[] {
  const rules = own(RULES, commandType);
  if (rules === undefined) return [{ text: line, kind: "plain" }];
  const tokens: Token[] = [];
  let at = 0;
  for (const match of line.matchAll(rules)) {
    const [text] = match;
    if (text === "") continue;
    if (match.index > at) tokens.push({ text: line.slice(at, match.index), kind: "plain" });
    const kind = KINDS.find((name) => match.groups?.[name] !== undefined) ?? "plain";
    tokens.push({ text, kind });
    at = match.index + text.length;
  }
  if (at < line.length) tokens.push({ text: line.slice(at), kind: "plain" });
  return tokens;
}

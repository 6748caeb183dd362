const MASK = "••••••";

/** What must not leave the page by a copy or an export unless it is asked for. */
const RULES: readonly [RegExp, string][] = [
  [
    /-----BEGIN ([A-Z ]*PRIVATE KEY)-----[\s\S]*?-----END \1-----/g,
    `-----BEGIN $1-----\n${MASK}\n-----END $1-----`,
  ],
  [/\b(?:LTAI[A-Za-z0-9]{8,30}|AKIA[A-Z0-9]{12,20}|STS\.[A-Za-z0-9]{10,60})\b/g, MASK],
  [/\b(eyJ[A-Za-z0-9_-]{8,}\.[A-Za-z0-9_-]{8,})\.[A-Za-z0-9_-]+/g, MASK],
  [/\b([a-z][a-z0-9+.-]*:\/\/[^\s:/@]+):[^\s@/]+@/gi, `$1:${MASK}@`],
  [/\b(authorization\s*:\s*(?:bearer|basic)\s+)[^\s"']+/gi, `$1${MASK}`],
  [
    /\b([\w-]*(?:password|passwd|pwd|secret|token|api[_-]?key|access[_-]?key)[\w-]*"?\s*[=:]\s*"?)[^\s"',;&]{3,}/gi,
    `$1${MASK}`,
  ],
];

/** Access keys, tokens, private keys and passwords as dots; the rest unchanged. */
export function maskSecrets(text: string): string {
  return RULES.reduce((masked, [pattern, mask]) => masked.replace(pattern, mask), text);
}

/** Headers of every page and asset of the console. */
export interface PageHeaderOptions {
  /** Who may show the console in a frame, for example `https://ops.example.com`. Default: nobody. */
  readonly frameAncestors?: readonly string[];
}

/**
 * The Content-Security-Policy of the console: everything from its own origin, nothing inline, WebAssembly but no
 * `eval`, and no string becomes markup except through Lit's templates, which are constants of the code.
 */
export function contentSecurityPolicy(options: PageHeaderOptions = {}): string {
  const frames = options.frameAncestors ?? [];
  return [
    "default-src 'none'",
    "script-src 'self' 'wasm-unsafe-eval'",
    "style-src 'self'",
    "img-src 'self' data:",
    "connect-src 'self'",
    "font-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    `frame-ancestors ${frames.length === 0 ? "'none'" : frames.join(" ")}`,
    "require-trusted-types-for 'script'",
    "trusted-types lit-html",
  ].join("; ");
}

/** The security headers of the console. */
export function pageHeaders(options: PageHeaderOptions = {}): Record<string, string> {
  return {
    "content-security-policy": contentSecurityPolicy(options),
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
  };
}

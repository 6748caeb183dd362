/** Looks through a page, shadow roots and all, for what an attack would leave there. */
import type { Page } from "playwright-core";

/** What was found; each list should be empty. */
export interface Findings {
  /** Elements, attributes and addresses that no template of ours makes. */
  readonly markup: readonly string[];
  /** Texts, titles and labels with a character that is there and not seen. */
  readonly hidden: readonly string[];
}

/** Characters that reorder text, have no width or no picture; tabs and line breaks lay text out. */
const UNSEEN =
  "[\\u0000-\\u0008\\u000B\\u000C\\u000E-\\u001F\\u007F-\\u009F\\u00AD\\u061C\\u115F\\u1160\\u180E" +
  "\\u200B-\\u200F\\u2028-\\u202E\\u2060-\\u206F\\u3164\\uFEFF\\uFFA0\\uFFF9-\\uFFFB\\u{E0000}-\\u{E007F}]";

export function lookThrough(page: Page): Promise<Findings> {
  return page.evaluate((unseen) => {
    const pattern = new RegExp(unseen, "u");
    const markup: string[] = [];
    const hidden: string[] = [];
    const where = (element: Element): string => {
      const root = element.getRootNode();
      const host = root instanceof ShadowRoot ? root.host.localName : "page";
      return `${host} ${element.localName}.${element.getAttribute("class") ?? ""}`;
    };
    const shown = (text: string): string => JSON.stringify(text.slice(0, 60));
    const visit = (root: Document | ShadowRoot): void => {
      for (const element of root.querySelectorAll("*")) {
        // The page's own picture.
        const isOurs = element instanceof HTMLImageElement && element.src.startsWith(`${location.origin}/`);
        if (/^(img|iframe|object|embed|base)$/.test(element.localName) && !(isOurs && element.alt === "")) {
          markup.push(`element ${where(element)}`);
        }
        for (const { name, value } of element.attributes) {
          if (name.startsWith("on")) markup.push(`attribute ${name} ${where(element)}`);
          if (/^(href|src|action|formaction)$/.test(name) && /^\s*(javascript|data|vbscript):/i.test(value)) {
            if (element.localName !== "link") markup.push(`address ${shown(value)} ${where(element)}`);
          }
          // What is read aloud or shown as a hint.
          if (/^(title|aria-label|placeholder)$/.test(name) && pattern.test(value)) {
            hidden.push(`${name} ${where(element)} ${shown(value)}`);
          }
        }
        for (const node of element.childNodes) {
          if (!(node instanceof Text) || !pattern.test(node.data)) continue;
          // The character itself stands isolated and out of sight beside its drawn code.
          if (element.closest(".invisible") !== null || /^(style|script)$/.test(element.localName)) continue;
          hidden.push(`text ${where(element)} ${shown(node.data)}`);
        }
        if (element.shadowRoot !== null) visit(element.shadowRoot);
      }
    };
    visit(document);
    if (pattern.test(document.title)) hidden.push(`document.title ${shown(document.title)}`);
    return { markup: [...new Set(markup)], hidden: [...new Set(hidden)] };
  }, UNSEEN);
}

import { nothing } from "lit";
import { Directive, directive, type ElementPart } from "lit/directive.js";

/**
 * Sets custom properties of an element by the object model. Lit's `styleMap` begins with a `style` attribute, which a
 * policy of `style-src 'self'` refuses.
 */
class CssVars extends Directive {
  override render(_values: Readonly<Record<string, string>>): unknown {
    return nothing;
  }

  override update(part: ElementPart, [values]: [Readonly<Record<string, string>>]): unknown {
    if (part.element instanceof HTMLElement) {
      for (const [name, value] of Object.entries(values)) part.element.style.setProperty(name, value);
    }
    return nothing;
  }
}

export const cssVars = directive(CssVars);

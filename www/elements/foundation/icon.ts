import { html, type TemplateResult } from "lit";
import type { IconNode } from "lucide";

/**
 * A Lucide icon in the text's size and colour. It is decoration: the word beside it, or the button's label, is what
 * a screen reader tells.
 */
export function icon(node: IconNode, kind = ""): TemplateResult {
  return html`<svg
    class="icon ${kind}"
    viewBox="0 0 24 24"
    fill="none"
    stroke="currentColor"
    stroke-width="2"
    stroke-linecap="round"
    stroke-linejoin="round"
    aria-hidden="true"
    focusable="false"
  ><path d=${outline(node)} /></svg>`;
}

const outlines = new WeakMap<IconNode, string>();

/** One path for the whole icon, so that a template with a fixed tag draws every one. */
function outline(node: IconNode): string {
  let d = outlines.get(node);
  if (d === undefined) {
    d = node.map(([tag, attributes]) => shape(tag, attributes)).join("");
    outlines.set(node, d);
  }
  return d;
}

function shape(tag: string, attributes: Readonly<Record<string, unknown>>): string {
  const of = (name: string): number => Number(attributes[name] ?? 0);
  switch (tag) {
    case "path":
      // A path that begins with a relative move means the origin, not the end of the shape before it.
      return `M0 0${String(attributes.d ?? "")}`;
    case "circle":
      return ellipse(of("cx"), of("cy"), of("r"), of("r"));
    case "ellipse":
      return ellipse(of("cx"), of("cy"), of("rx"), of("ry"));
    case "line":
      return `M${of("x1")} ${of("y1")}L${of("x2")} ${of("y2")}`;
    case "polyline":
      return `M${String(attributes.points ?? "")}`;
    case "polygon":
      return `M${String(attributes.points ?? "")}Z`;
    case "rect": {
      const r = of("rx") || of("ry");
      const [w, h] = [of("width") - 2 * r, of("height") - 2 * r];
      const corner = (x: number, y: number): string => `a${r} ${r} 0 0 1 ${x} ${y}`;
      return `M${of("x") + r} ${of("y")}h${w}${corner(r, r)}v${h}${corner(-r, r)}h${-w}${corner(-r, -r)}v${-h}${corner(r, -r)}Z`;
    }
    default:
      return "";
  }
}

function ellipse(cx: number, cy: number, rx: number, ry: number): string {
  return `M${cx - rx} ${cy}a${rx} ${ry} 0 1 0 ${2 * rx} 0a${rx} ${ry} 0 1 0 ${-2 * rx} 0Z`;
}

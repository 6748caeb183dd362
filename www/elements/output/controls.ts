import { legible } from "../foundation/index.ts";

const COLOURS = new RegExp(`${"\u001B"}\\[[\\d;:]*m`, "g");
const CONTROLS = new RegExp(`[${"\\0-\\x08\\v\\f\\x0E-\\x1F"}\\x7F-\\x9F]`);

/** A carriage return that does not end a line goes back over it. */
const RETURN = /\r(?!\n|$)/g;

/** Whether control characters do more than colour a text: they may overwrite or erase some of it. */
export function hasControls(text: string): boolean {
  const uncoloured = text.replace(COLOURS, "");
  return CONTROLS.test(uncoloured) || uncoloured.search(RETURN) >= 0;
}

/** The text with its control characters written out, so that none acts and nothing is overwritten or erased. */
export function withControls(text: string): string {
  return legible(text.replace(RETURN, "⟨U+000D⟩"));
}

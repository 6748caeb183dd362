import { styledLines } from "invoscope";

/** A text as a terminal shows it, without colours. */
export function plain(text: string): string {
  if (!text.includes("\u001b") && !text.includes("\r")) return text;
  return styledLines(text)
    .map((line) => line.spans.map((span) => span.text).join(""))
    .join("\n");
}

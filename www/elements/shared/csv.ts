/** A spreadsheet takes a file without this mark for the system's own charset. */
export const CSV_START = "\ufeff";

/** What a spreadsheet begins a formula with, also in full width, which Chinese and Japanese ones read alike. */
const FORMULA = /^[=+\-@\t\r＝＋－＠]/;

/**
 * One record of CSV (RFC 4180), its line end included.
 *
 * Text that a spreadsheet would compute gets an apostrophe in front, which spreadsheets take for "this is text"
 * (OWASP, CSV Injection); programs that read such a cell take one apostrophe away. Numbers stay numbers, below zero
 * too.
 */
export function csvLine(cells: readonly (string | number | undefined)[]): string {
  return `${cells.map(csvCell).join(",")}\r\n`;
}

function csvCell(cell: string | number | undefined): string {
  const text = String(cell ?? "");
  const safe = typeof cell === "string" && FORMULA.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

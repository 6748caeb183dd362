/** Longer lines are cut where they stand for an output, which has them whole; in UTF-16 units. */
const LONGEST = 1000;

/** The beginning of a line. */
export function beginning(text: string): string {
  return text.length <= LONGEST ? text : `${text.slice(0, LONGEST)}…`;
}

/** The end of a line. */
export function ending(text: string): string {
  return text.length <= LONGEST ? text : `…${text.slice(-LONGEST)}`;
}

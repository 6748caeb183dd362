/** A saved answer: JSON text, its bytes, or the object that it was parsed to. */
export type Answer = string | Uint8Array | object;

/** The bytes of one answer or of several; an array holds several. */
export function answerBodies(answers: Answer | readonly Answer[]): Uint8Array[] {
  return (isList(answers) ? answers : [answers]).map(bytesOf);
}

function bytesOf(answer: Answer): Uint8Array {
  if (answer instanceof Uint8Array) return answer;
  return new TextEncoder().encode(typeof answer === "string" ? answer : JSON.stringify(answer));
}

function isList(answers: Answer | readonly Answer[]): answers is readonly Answer[] {
  return Array.isArray(answers);
}

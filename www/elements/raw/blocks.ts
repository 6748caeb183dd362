import { legibleJson } from "../foundation/index.ts";
import { indentedBlocks } from "./indented.ts";

/** Lines in one block that the browser may skip while it is out of sight. */
const BLOCK = 200;

/** The blocks of a JSON text, laid out as far as they were wanted: the answers of a large run are megabytes. */
export class JsonBlocks {
  readonly #blocks: string[] = [];
  readonly #rest: Iterator<string, undefined>;
  #isDone = false;

  constructor(json: string, isCompact: boolean) {
    this.#rest = isCompact ? asReceived(json) : indentedBlocks(json, BLOCK);
  }

  /** How many there are; infinitely many while that is not known. */
  get total(): number {
    return this.#isDone ? this.#blocks.length : Number.POSITIVE_INFINITY;
  }

  /** The first blocks. */
  first(count: number): readonly string[] {
    while (!this.#isDone && this.#blocks.length < count) {
      const { value, done } = this.#rest.next();
      if (value !== undefined) this.#blocks.push(legibleJson(value));
      this.#isDone = done === true;
    }
    return this.#blocks.slice(0, count);
  }
}

function* asReceived(json: string): Generator<string, undefined> {
  const lines = json.split("\n");
  for (let from = 0; from < lines.length; from += BLOCK) yield lines.slice(from, from + BLOCK).join("\n");
  return undefined;
}

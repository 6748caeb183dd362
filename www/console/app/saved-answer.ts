/** An answer that came by file, drop or paste; a paste has no name. */
export interface SavedAnswer {
  readonly name: string;
  readonly body: Uint8Array;
}

/** Hears of answers that are dropped on the page or pasted into it, and says while one hovers over it. */
export function listenForAnswers(
  receive: (answer: SavedAnswer) => void,
  hover: (isOver: boolean) => void,
  signal: AbortSignal,
): void {
  const listen = <K extends keyof DocumentEventMap>(type: K, hear: (event: DocumentEventMap[K]) => void) =>
    document.addEventListener(type, hear, { signal });

  listen("dragover", (event) => {
    if (!carriesFile(event.dataTransfer)) return;
    event.preventDefault();
    hover(true);
  });
  listen("dragleave", (event) => {
    if (event.relatedTarget === null) hover(false);
  });
  listen("drop", (event) => {
    if (!carriesFile(event.dataTransfer)) return;
    event.preventDefault();
    hover(false);
    for (const file of event.dataTransfer?.files ?? []) void readFile(file).then(receive);
  });
  listen("paste", (event) => {
    const [target] = event.composedPath();
    if (target instanceof Element && target.matches("input, textarea, [contenteditable]")) return;
    const text = event.clipboardData?.getData("text/plain").trim() ?? "";
    if (!/^[{[]/.test(text)) return;
    event.preventDefault();
    receive({ name: "", body: new TextEncoder().encode(text) });
  });
}

export async function readFile(file: File): Promise<SavedAnswer> {
  return { name: file.name, body: new Uint8Array(await file.arrayBuffer()) };
}

/**
 * The answers that a file holds: one, or with `ndjson` one in each line. Which it is, only reading tells.
 *
 * Gives nothing where the lines cannot each be an answer.
 */
export function linesOf(body: Uint8Array): Uint8Array[] {
  const lines = new TextDecoder()
    .decode(body)
    .split("\n")
    .filter((line) => line.trim() !== "");
  if (lines.length < 2 || !lines.every((line) => /^\s*\{.*\}\s*$/.test(line))) return [];
  const encoder = new TextEncoder();
  return lines.map((line) => encoder.encode(line));
}

function carriesFile(transfer: DataTransfer | null): boolean {
  return transfer?.types.includes("Files") ?? false;
}

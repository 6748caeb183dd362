/** An answer that came by file, drop or paste. */
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
    receive({ name: "clipboard", body: new TextEncoder().encode(text) });
  });
}

export async function readFile(file: File): Promise<SavedAnswer> {
  return { name: file.name, body: new Uint8Array(await file.arrayBuffer()) };
}

function carriesFile(transfer: DataTransfer | null): boolean {
  return transfer?.types.includes("Files") ?? false;
}

import type { SavedFile } from "./saved-answer-error.ts";

/** Hears of files that are dropped on the target, and says whether one hovers over it, until the signal. */
export function listenForDrops(
  target: EventTarget,
  receive: (files: readonly SavedFile[]) => void,
  hover: (isOver: boolean) => void,
  signal: AbortSignal,
): void {
  const listen = (type: string, hear: (event: DragEvent) => void): void =>
    target.addEventListener(type, (event) => event instanceof DragEvent && hear(event), { signal });
  listen("dragover", (event) => {
    if (!carriesFile(event.dataTransfer)) return;
    event.preventDefault();
    hover(true);
  });
  listen("dragleave", ({ relatedTarget }) => {
    const isInside =
      relatedTarget instanceof Node && target instanceof Node && target.contains(relatedTarget);
    if (!isInside) hover(false);
  });
  listen("drop", (event) => {
    if (!carriesFile(event.dataTransfer)) return;
    event.preventDefault();
    hover(false);
    void readFiles(event.dataTransfer?.files ?? []).then(receive);
  });
}

/** Hears of answers that are pasted into the page, outside of fields, until the signal. */
export function listenForPastes(receive: (files: readonly SavedFile[]) => void, signal: AbortSignal): void {
  const hear = (event: ClipboardEvent): void => {
    const [origin] = event.composedPath();
    if (origin instanceof Element && origin.matches("input, textarea, [contenteditable]")) return;
    const text = event.clipboardData?.getData("text/plain").trim() ?? "";
    // Other texts are pasted for other reasons.
    if (!/^[{[]/.test(text)) return;
    event.preventDefault();
    receive([{ name: "", body: new TextEncoder().encode(text) }]);
  };
  document.addEventListener("paste", hear, { signal });
}

/** The files with their bytes, in their order. */
export function readFiles(files: Iterable<File>): Promise<SavedFile[]> {
  return Promise.all(
    Array.from(files, async (file) => ({
      name: file.name,
      body: new Uint8Array(await file.arrayBuffer()),
    })),
  );
}

function carriesFile(transfer: DataTransfer | null): boolean {
  return transfer?.types.includes("Files") ?? false;
}

/** Saves bytes or a text as a file. */
export function download(
  name: string,
  content: Uint8Array<ArrayBuffer> | Uint8Array | string,
  type = "text/plain",
): void {
  // A copy: bytes from the module's memory may be shared.
  const part = typeof content === "string" ? content : new Uint8Array(content);
  const url = URL.createObjectURL(new Blob([part], { type }));
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}

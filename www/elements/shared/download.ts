/** Saves a file. */
export function download(name: string, content: Blob | Uint8Array | string, type = "text/plain"): void {
  // Bytes from the module's memory may be shared: a copy.
  const part = content instanceof Uint8Array ? new Uint8Array(content) : content;
  const url = URL.createObjectURL(part instanceof Blob ? part : new Blob([part], { type }));
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}

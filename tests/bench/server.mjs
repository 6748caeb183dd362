import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join, normalize } from "node:path";
import { brotliCompressSync } from "node:zlib";

const types = { ".html": "text/html", ".js": "text/javascript", ".wasm": "application/wasm" };

/**
 * Serves a folder, compressed as a page's host does it, and the `bodies` by name as they are; isolated, so that the
 * browser's clock is fine enough.
 */
export async function serve(folder, bodies) {
  const compressed = new Map();
  const file = async (path) => {
    if (!compressed.has(path)) compressed.set(path, brotliCompressSync(await readFile(join(folder, path))));
    return compressed.get(path);
  };
  const server = createServer(async (request, response) => {
    const path = decodeURIComponent(new URL(request.url, "http://localhost").pathname);
    const body = bodies.get(path.replace("/answers/", ""));
    response.setHeader("cross-origin-opener-policy", "same-origin");
    response.setHeader("cross-origin-embedder-policy", "require-corp");
    response.setHeader("cache-control", "no-store");
    try {
      const bytes = body ?? (await file(normalize(path)));
      if (!body) response.setHeader("content-encoding", "br");
      response.setHeader("content-type", body ? "application/json" : (types[extname(path)] ?? "text/plain"));
      response.end(bytes);
    } catch {
      response.statusCode = 404;
      response.end();
    }
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address();
  return { url: `http://127.0.0.1:${port}`, close: () => server.close() };
}

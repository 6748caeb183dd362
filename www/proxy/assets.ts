import { type Dirent, readdirSync, readFileSync } from "node:fs";
import { extname, join } from "node:path";
import { chosenCoding, type Representations, representationsOf } from "./compressed.ts";

/** One file of the built console. */
interface Asset {
  readonly representations: Representations;
  readonly type: string;
  readonly cacheControl: string;
}

const TYPES: Readonly<Record<string, string>> = {
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".ico": "image/x-icon",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json",
  ".map": "application/json",
  ".mjs": "text/javascript; charset=utf-8",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
  ".wasm": "application/wasm",
  ".webmanifest": "application/manifest+json",
  ".woff2": "font/woff2",
};

/** Serves a request for a page or a file; `undefined` when there is none. */
export type AssetServer = (request: Request, path: string) => Response | undefined;

/**
 * Reads a folder once and serves exactly the files that it held. No path of a request ever reaches the file system,
 * so there is nothing to traverse; symbolic links and files of other types are left out.
 *
 * A path without an extension is a route of the console and gets `index.html`.
 */
export function serveAssets(folder: string, headers: Readonly<Record<string, string>>): AssetServer {
  const assets = new Map<string, Asset>();
  collect(folder, "", assets);
  return (request, path) => {
    if (request.method !== "GET" && request.method !== "HEAD") return undefined;
    const asset = assets.get(path) ?? (namesFile(path) ? undefined : assets.get("/index.html"));
    if (asset === undefined) return undefined;
    const coding = chosenCoding(request.headers.get("accept-encoding"), asset.representations);
    const bytes = asset.representations.get(coding) ?? null;
    return new Response(request.method === "HEAD" ? null : bytes, {
      headers: {
        ...headers,
        "content-type": asset.type,
        ...(coding === "identity" ? {} : { "content-encoding": coding }),
        "content-length": String(bytes?.byteLength ?? 0),
        vary: "accept-encoding",
        "cache-control": asset.cacheControl,
      },
    });
  };
}

/** Unlike `extname`, takes `.env` for a file too. */
function namesFile(path: string): boolean {
  return path.slice(path.lastIndexOf("/")).includes(".");
}

/** A name with a hash of its content, as the bundler writes it: `index-BqX3k9_a.js`. */
const HASHED = /[-.][A-Za-z0-9_-]{8,}\.[a-z0-9]+$/;

function collect(folder: string, prefix: string, into: Map<string, Asset>): void {
  for (const entry of list(folder)) {
    const path = `${prefix}/${entry.name}`;
    const type = TYPES[extname(entry.name)];
    if (entry.isDirectory()) collect(join(folder, entry.name), path, into);
    else if (entry.isFile() && type !== undefined) {
      const hashed = prefix !== "" && HASHED.test(entry.name);
      into.set(path, {
        representations: representationsOf(new Uint8Array(readFileSync(join(folder, entry.name)))),
        type,
        cacheControl: hashed ? "public, max-age=31536000, immutable" : "no-cache",
      });
    }
  }
}

function list(folder: string): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    // Not built: the proxy works without a console.
    return [];
  }
}

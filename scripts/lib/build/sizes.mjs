import { readFileSync } from "node:fs";
import { extname, relative } from "node:path";
import { brotliCompressSync, gzipSync } from "node:zlib";
import { root } from "../paths.mjs";
import { filesUnder } from "../stamp.mjs";

const kilobytes = (bytes) => `${(bytes / 1000).toFixed(1)} kB`.padStart(11);

/** Raw, gzip and brotli: what a server that compresses sends. */
export function measure(bytes) {
  return {
    raw: bytes.length,
    gzip: gzipSync(bytes, { level: 9 }).length,
    brotli: brotliCompressSync(bytes).length,
  };
}

export function sizeRows(files) {
  return files.map((file) => ({ name: relative(root, file), ...measure(readFileSync(file)) }));
}

export function formatSizes(rows) {
  const width = Math.max(...rows.map((row) => row.name.length));
  const line = (name, sizes) => `${name.padEnd(width)}${sizes.join("")}`;
  const heading = line(
    "",
    ["raw", "gzip", "brotli"].map((title) => title.padStart(11)),
  );
  return [heading, ...rows.map((row) => line(row.name, [row.raw, row.gzip, row.brotli].map(kilobytes)))].join(
    "\n",
  );
}

/**
 * The modules, an empty capsule, and what the console's page loads; maps and licences are not downloaded, and of the
 * modules one is.
 */
export function sizeReport() {
  const loaded = new Set([".html", ".js", ".css", ".wasm"]);
  const rows = sizeRows([
    ...filesUnder(["dist/wasm", "dist/elements/capsule.html.txt"], (file) => /\.(wasm|txt)$/.test(file)),
    ...filesUnder(["dist/console"], (file) => loaded.has(extname(file)) && !file.includes("_scalar_bg")),
  ]);
  const page = rows.filter((row) => row.name.startsWith("dist/console"));
  const sum = (key) => page.reduce((total, row) => total + row[key], 0);
  if (page.length > 0)
    rows.push({ name: "console, all of it", raw: sum("raw"), gzip: sum("gzip"), brotli: sum("brotli") });
  return rows.length > 0 ? formatSizes(rows) : "";
}

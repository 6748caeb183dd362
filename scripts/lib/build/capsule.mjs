import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { inRoot } from "../paths.mjs";
import { buildStep } from "./step.mjs";

const output = "dist/elements/capsule.html.txt";

/** Nothing but what is in the file: two inline parts by their hashes, WebAssembly, and no way out. */
function policy(script, style) {
  const hash = (text) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
  return [
    "default-src 'none'",
    `script-src ${hash(script)} 'wasm-unsafe-eval'`,
    `style-src ${hash(style)}`,
    "connect-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types lit-html",
  ].join("; ");
}

async function bundled() {
  // Not above: npm's packages come only when set-up has run.
  const { build } = await import("esbuild");
  const { outputFiles } = await build({
    entryPoints: [inRoot("www/capsule/main.ts")],
    bundle: true,
    minify: true,
    format: "esm",
    target: "es2022",
    write: false,
    logLevel: "warning",
  });
  const script = outputFiles[0].text.trim();
  // Either would change where the element ends, or which element the rest is in.
  if (/<\/?script|<!--/i.test(script)) throw new Error("the capsule's script holds a tag of its own element");
  return script;
}

/** The page without data that the export view makes capsules of; `.txt`, so that bundlers and servers leave it alone. */
export const capsule = buildStep({
  name: "capsule",
  after: ["scalar wasm-opt", "library", "elements, proxy, simulator"],
  inputs: [
    "www/capsule",
    "www/elements",
    "src/js",
    "dist/wasm",
    "package.json",
    "package-lock.json",
    "scripts/lib/build/capsule.mjs",
  ],
  async make() {
    const script = await bundled();
    const style = readFileSync(inRoot("www/capsule/page.css"), "utf8");
    const { version } = JSON.parse(readFileSync(inRoot("package.json"), "utf8"));
    const module = gzipSync(readFileSync(inRoot("dist/wasm/invoscope_bg.wasm")), { level: 9 });
    const parts = {
      "@policy@": policy(script, style),
      "@version@": version,
      "/* style */": style,
      "@module@": module.toString("base64"),
      "/* script */": script,
    };
    const template = readFileSync(inRoot("www/capsule/template.html"), "utf8");
    writeFileSync(
      inRoot(output),
      template.replaceAll(/@\w+@|\/\* \w+ \*\//g, (place) => parts[place]),
    );
    return [output];
  },
});

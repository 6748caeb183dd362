import { readFileSync } from "node:fs";
import { inRoot } from "../paths.mjs";
import { run } from "../run.mjs";
import { contentHash, isFresh, writeStamp } from "../stamp.mjs";

const wanted = () =>
  contentHash([inRoot("package-lock.json")], [process.version, process.platform, process.arch]);

/** The packages of package-lock.json; again whenever that file or Node changes. */
export const npmPackages = {
  name: "npm packages",
  ready: () => isFresh("npm", wanted()),
  async run({ env }) {
    await run("npm", ["ci", "--include=dev", "--no-audit", "--no-fund"], { env });
    writeStamp("npm", { hash: wanted(), outputs: ["node_modules/.package-lock.json"] });
    const { packages } = JSON.parse(readFileSync(inRoot("node_modules/.package-lock.json"), "utf8"));
    return `${Object.keys(packages).length} packages`;
  },
};

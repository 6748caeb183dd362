import { inRoot } from "../paths.mjs";
import { run } from "../run.mjs";
import { contentHash, isFresh, writeStamp } from "../stamp.mjs";

const dir = inRoot("target", "stamps");
const wanted = () => contentHash([inRoot("Cargo.lock"), inRoot("Cargo.toml")]);

/** Crates are downloaded while other steps compile. */
export const crates = {
  name: "crates",
  after: ["Rust", "Rust from Debian's packages"],
  ready: () => isFresh("crates", wanted(), { dir }),
  async run({ env }) {
    await run("cargo", ["fetch", ...(process.env.CI ? ["--locked"] : [])], { env });
    writeStamp("crates", { hash: wanted(), outputs: [] }, dir);
  },
};

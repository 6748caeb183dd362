import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { toolsDir } from "../paths.mjs";
import { capture, run, succeeds, which } from "../run.mjs";
import { isAptUsable } from "./packages.mjs";

const toolchain = "debian-web";
const rustlib = "/usr/lib/rustlib";
const wasmLibs = `${rustlib}/wasm32-unknown-unknown/lib`;
const builtBy = join(wasmLibs, "built-by");
const lld = "/usr/bin/lld-22";

export const debianRustPackages = [
  "rustc-web",
  "cargo-web",
  "rust-web-src",
  "rust-web-clippy",
  "rustfmt-web",
  "lld-22",
];

export const mayUseDebian = isAptUsable;

async function compilerVersion() {
  const { status, output } = await capture("/usr/bin/rustc", ["-vV"], { env: withoutRustup(process.env) });
  return status === 0 ? output : undefined;
}

function withoutRustup({ RUSTUP_TOOLCHAIN: _, ...env }) {
  return env;
}

/** The standard library must come from the very compiler that uses it: an upgrade asks for it again. */
export async function isDebianRustReady() {
  if (!existsSync(builtBy) || !existsSync("/usr/bin/cargo") || !existsSync("/usr/bin/rustc")) return false;
  return readFileSync(builtBy, "utf8") === (await compilerVersion());
}

/** Links to Debian's commands alone: putting /usr/bin first would also choose another Node. */
function commandLinks() {
  const dir = join(toolsDir, "debian-rust", "bin");
  mkdirSync(dir, { recursive: true });
  for (const name of ["rustc", "rustdoc", "cargo", "cargo-clippy", "clippy-driver", "cargo-fmt", "rustfmt"]) {
    rmSync(join(dir, name), { force: true });
    symlinkSync(join("/usr/bin", name), join(dir, name));
  }
  return dir;
}

/** What selects Debian's toolchain for the children, rustup's default untouched. */
export async function debianEnv(env) {
  if (which("rustup") && (await succeeds("rustup", ["toolchain", "link", toolchain, "/usr"], { env }))) {
    return { RUSTUP_TOOLCHAIN: toolchain };
  }
  return { PATH: commandLinks() + delimiter + env.PATH };
}

async function buildStd() {
  const crate = mkdtempSync(join(tmpdir(), "invoscope-std-"));
  try {
    mkdirSync(join(crate, "src"));
    writeFileSync(join(crate, "src/lib.rs"), "");
    writeFileSync(join(crate, "Cargo.toml"), '[package]\nname = "std-for-wasm"\nedition = "2021"\n');
    const env = { ...withoutRustup(process.env), RUSTC: "/usr/bin/rustc", RUSTC_BOOTSTRAP: "1" };
    const target = ["--target", "wasm32-unknown-unknown", "--target-dir", join(crate, "target")];
    await run("/usr/bin/cargo", ["build", "--release", "-Zbuild-std=std,panic_abort,test", ...target], {
      cwd: crate,
      env,
    });
    const built = join(crate, "target/wasm32-unknown-unknown/release/deps");
    rmSync(wasmLibs, { recursive: true, force: true });
    mkdirSync(wasmLibs, { recursive: true });
    for (const file of readdirSync(built)) {
      if (file.endsWith(".rlib") && !file.startsWith("libstd_for_wasm")) {
        copyFileSync(join(built, file), join(wasmLibs, file));
      }
    }
  } finally {
    rmSync(crate, { recursive: true, force: true });
  }
}

function linkLinker(version) {
  const host = version.match(/^host: (.+)$/m)?.[1];
  const bin = `${rustlib}/${host}/bin`;
  mkdirSync(bin, { recursive: true });
  if (!existsSync(join(bin, "rust-lld"))) symlinkSync(lld, join(bin, "rust-lld"));
}

/** Debian ships no standard library for wasm32, but its source: built once, put where rustc looks. */
export const debianRust = {
  name: "Rust from Debian's packages",
  after: ["Rust"],
  ready: (context) => !context.debianRust,
  async run(context) {
    await context.installPackages();
    const version = await compilerVersion();
    if (!version) throw new Error("Debian's packages are installed, but /usr/bin/rustc does not run");
    linkLinker(version);
    await buildStd();
    writeFileSync(builtBy, version);
    Object.assign(context.env, await debianEnv(context.env));
  },
};

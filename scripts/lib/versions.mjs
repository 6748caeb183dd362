/** The version of one package in the text of a Cargo.lock. */
export function lockedVersion(lockText, name) {
  for (const block of lockText.split("[[package]]")) {
    if (block.match(/^name = "(.+)"$/m)?.[1] === name) return block.match(/^version = "(.+)"$/m)?.[1];
  }
  throw new Error(`Cargo.lock has no package "${name}"`);
}

/** The lowest Rust that the text of a Cargo.toml accepts. */
export function wantedRust(manifestText) {
  return manifestText.match(/^rust-version = "(.+)"$/m)?.[1] ?? "0";
}

/** Compares dotted versions by number: "1.100.0" is not below "1.95". */
export function isAtLeast(version, wanted) {
  const parts = (text) => text.split(/[.+-]/).map((part) => Number.parseInt(part, 10) || 0);
  const have = parts(version);
  for (const [index, number] of parts(wanted).entries()) {
    if ((have[index] ?? 0) !== number) return (have[index] ?? 0) > number;
  }
  return true;
}

/** Node versions for which the build tools work, as package.json's `engines` says. */
export function isNodeSupported(version) {
  const major = Number.parseInt(version, 10);
  if (major === 20) return isAtLeast(version, "20.19.0");
  return isAtLeast(version, "22.12.0");
}

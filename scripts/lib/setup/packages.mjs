import { run, which } from "../run.mjs";

export const isAptUsable = () => process.getuid?.() === 0 && which("apt-get") !== undefined;

const wait = ["-o", "DPkg::Lock::Timeout=600", "-o", "Acquire::Retries=3"];

/**
 * One `apt-get` for all that is missing, whichever step asks first: package
 * lists are fetched once, and no step waits for another's lock.
 */
export function packageInstaller(listMissing) {
  let installing;
  const install = async () => {
    const names = await listMissing();
    if (names.length === 0) return;
    const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
    await run("apt-get", ["update", "-q", ...wait], { env });
    await run("apt-get", ["install", "-y", "-q", "--no-install-recommends", ...wait, ...names], { env });
  };
  return () => {
    installing ??= install();
    return installing;
  };
}

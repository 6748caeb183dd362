import { homedir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** The top of the project. */
export const ROOT = fileURLToPath(new URL("../../../", import.meta.url));

/** Where the consumers' sources are. */
export const CONSUMERS = join(ROOT, "tests", "package");

/** Installed consumers are kept between runs, for every clone of one user. */
export const CACHE = join(process.env.XDG_CACHE_HOME || join(homedir(), ".cache"), "invoscope", "consumers");

import { homedir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

export const inRoot = (...parts) => join(root, ...parts);

/** Tools are built once and shared by every clone of one user. */
export const toolsDir = join(process.env.XDG_CACHE_HOME || join(homedir(), ".cache"), "invoscope", "tools");

/** Inside node_modules, so that `npm ci` also forgets what was built with the packages it replaces. */
export const stampsDir = inRoot("node_modules", ".cache", "invoscope");

export const logsDir = inRoot("target", "logs");

/** The API pages. */
export const docsDir = inRoot("target", "docs");

import { succeeds, which } from "../run.mjs";
import { isAptUsable } from "./packages.mjs";

const chromeNames = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

const firstOf = (names) => names.map((name) => which(name)).find(Boolean);

/** Browsers and drivers: what the environment names, else what is on PATH. */
export function findBrowsers(env = process.env) {
  return {
    CHROME_BIN: env.CHROME_BIN || firstOf(chromeNames),
    CHROMEDRIVER: env.CHROMEDRIVER || which("chromedriver"),
    FIREFOX_BIN: env.FIREFOX_BIN || firstOf(["firefox-esr", "firefox"]),
    GECKODRIVER: env.GECKODRIVER || which("geckodriver"),
  };
}

/** Packages that the tests need and this machine lacks. */
export async function missingTestPackages() {
  const { CHROME_BIN, CHROMEDRIVER, FIREFOX_BIN } = findBrowsers();
  const names = [];
  if (!CHROME_BIN) names.push("chromium");
  if (!CHROMEDRIVER) names.push("chromium-driver");
  if (!FIREFOX_BIN) names.push("firefox-esr");
  if (!which("WebKitWebDriver")) names.push("webkit2gtk-driver");
  if (!which("Xvfb")) names.push("xvfb");
  if (!which("redis-server")) names.push("redis-server");
  if (!(await succeeds("python3", ["-c", "import ensurepip, venv"]))) names.push("python3-venv");
  return names;
}

const instructions = [
  "The tests need Chromium and its driver of the same version.",
  "  On Debian: apt-get install chromium chromium-driver (done by this command when it runs as root).",
  "  Elsewhere: install Chrome or Chromium and ChromeDriver, and name them when they are not on PATH:",
  "    CHROME_BIN=/path/to/chrome CHROMEDRIVER=/path/to/chromedriver npm test",
].join("\n");

/** Chromium and its driver; Firefox, WebKitGTK, redis-server and python3-venv come along where they can. */
export const browsers = {
  name: "browsers and servers for the tests",
  after: ["Rust"],
  async ready(context) {
    const missing = await missingTestPackages();
    const enough = !missing.some((name) => name.startsWith("chromium"));
    if (missing.length > 0 && !(enough && !isAptUsable())) return false;
    Object.assign(context.env, definedOnly(findBrowsers()));
    return true;
  },
  async run(context) {
    if (!isAptUsable()) throw new Error(instructions);
    await context.installPackages();
    Object.assign(context.env, definedOnly(findBrowsers()));
  },
};

const definedOnly = (object) => Object.fromEntries(Object.entries(object).filter(([, value]) => value));

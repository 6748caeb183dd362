import { which } from "../run.mjs";
import { findBrowsers } from "./browsers.mjs";
import { geckodriver as tool } from "./tools.mjs";

/**
 * Firefox's driver, which no package of Debian has: found, or built once from crates.io. A machine without Firefox
 * does without it, and the suites that need it are skipped there.
 */
export const geckodriver = {
  name: "geckodriver",
  after: [...tool.after, "browsers and servers for the tests"],
  async ready(context) {
    const { FIREFOX_BIN, GECKODRIVER } = findBrowsers(context.env);
    if (!FIREFOX_BIN) return true;
    if (!GECKODRIVER && !(await tool.ready(context))) return false;
    return use(context);
  },
  async run(context) {
    await tool.run(context);
    use(context);
  },
};

function use({ env }) {
  env.GECKODRIVER ||= which("geckodriver", env.PATH);
  return true;
}

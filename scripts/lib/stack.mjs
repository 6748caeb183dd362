import { serve, stop } from "./serve.mjs";

/** The simulator has a key of its own, which the proxy knows; the real one of whoever runs this stays out of both. */
function withoutCredentials(env) {
  return Object.fromEntries(Object.entries(env).filter(([name]) => !name.startsWith("ALIBABA_CLOUD_")));
}

/** The proxy's default budget protects an account's shared quota; the simulator has none to protect. */
const simulatorBudget = ["--calls-per-minute", "6000"];

/** Starts the proxy, which serves the console, and unless `live` the simulator behind it. */
export async function startStack(env, { live = false, proxyArgs = [], simulatorArgs = [] } = {}) {
  const children = [];
  const stopAll = async () => {
    for (const child of children.reverse()) await stop(child);
  };
  try {
    const serverEnv = live ? env : withoutCredentials(env);
    let upstream = ["--live"];
    if (!live) {
      const args = ["--port", "0", ...simulatorArgs];
      const simulator = await serve("Simulator", "simulator/main.js", args, serverEnv);
      children.push(simulator.child);
      upstream = ["--endpoint", simulator.url.replace(/\/$/, ""), ...simulatorBudget];
    }
    const proxy = await serve("Proxy", "proxy/cli.js", [...upstream, ...proxyArgs], serverEnv);
    children.push(proxy.child);
    return { url: proxy.url, children, stop: stopAll };
  } catch (error) {
    await stopAll();
    throw error;
  }
}

import { inRoot } from "../paths.mjs";
import { run } from "../run.mjs";
import { buildStep } from "./step.mjs";

const config = "scripts/lib/build/manifest-config.mjs";

/** www/elements → dist/custom-elements.json: what editors and documentation tools read of each element. */
export const manifest = buildStep({
  name: "manifest",
  inputs: ["www/elements", config, "package-lock.json"],
  async make({ env }) {
    await run(inRoot("node_modules", ".bin", "cem"), ["analyze", "--config", config], { env });
    return ["dist/custom-elements.json"];
  },
});

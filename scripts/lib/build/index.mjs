import { runSteps } from "../steps.mjs";
import { capsule } from "./capsule.mjs";
import { consolePage } from "./console.mjs";
import { frameworkTypes } from "./framework-types.mjs";
import { manifest } from "./manifest.mjs";
import { standalone } from "./standalone.mjs";
import { texts } from "./texts.mjs";
import { library, parts } from "./typescript.mjs";
import { glue, optimised, scalarGlue, scalarOptimised } from "./wasm.mjs";

/** Fills dist/; what has not changed is left as it is. */
export const build = (env) =>
  runSteps(
    [
      ...[glue, scalarGlue, optimised, scalarOptimised],
      ...[texts, library, parts, manifest, frameworkTypes, standalone, capsule, consolePage],
    ],
    { env },
  );

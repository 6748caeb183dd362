import { scalar, scalarGlue } from "../../scripts/lib/build/scalar.mjs";
import { setUp } from "../../scripts/lib/setup/index.mjs";
import { runSteps } from "../../scripts/lib/steps.mjs";

/** Builds the scalar module once for the tests of this folder, and tells them where its glue is. */
export default async function setup(project) {
  await runSteps([scalar], { env: await setUp() });
  project.provide("scalarGlue", scalarGlue);
}

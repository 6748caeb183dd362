import { describe, expect, it } from "vitest";
import { manifestOf, modules, namedModules, testRoot } from "./mutants.mjs";

describe("namedModules", () => {
  it("reads single paths and lists", () => {
    const source =
      "use crate::json::{ToJson, Writer};\nlet a = crate::fold::lower(b);\nuse invoscope::{ErrorKind, json::Value};\n";

    expect(namedModules(source)).toEqual(["json", "fold", "ErrorKind", "json", "Value"]);
  });
});

describe("manifestOf", () => {
  it("keeps the host's dependencies and no lints", () => {
    const manifest = manifestOf(
      '[package]\nname = "a"\n\n[dependencies]\none = "1"\n\n[dev-dependencies]\ntwo = "2"\n\n[target.x.dev-dependencies]\nproptest = { version = "1" }\n\n[lints.rust]\nunsafe_code = "deny"\n',
    );

    expect(manifest).toContain('[dependencies]\none = "1"\n');
    expect(manifest).toContain('[dev-dependencies]\ntwo = "2"\nproptest = { version = "1" }\n');
    expect(manifest).not.toContain("lints");
  });
});

describe("testRoot", () => {
  it.each(Object.keys(modules))("has the tests and checks of %s", (module) => {
    const root = testRoot(module);

    for (const name of modules[module].tests) expect(root).toContain(`mod ${name};`);
    for (const name of modules[module].checks) expect(root).toContain(`checks::${name}::check(&data)`);
  });
});

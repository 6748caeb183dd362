import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { inRoot } from "./paths.mjs";

it("scripts import Node's own modules and each other: on a new machine nothing else is there", () => {
  const scripts = readdirSync(inRoot("scripts"), { recursive: true }).filter(
    (file) => file.endsWith(".mjs") && !file.endsWith(".test.mjs"),
  );

  const foreign = scripts.flatMap((file) => {
    const text = readFileSync(join(inRoot("scripts"), file), "utf8").replace(/`(?:\\.|[^`\\])*`/gs, "``");
    const names = [...text.matchAll(/^(?:import|export)\b[^;]*?\bfrom "([^"]+)"/gm)].map(([, name]) => name);
    return names.filter((name) => !/^(node:|\.)/.test(name)).map((name) => `${file}: ${name}`);
  });

  expect(scripts.length).toBeGreaterThan(20);
  expect(foreign).toEqual([]);
});

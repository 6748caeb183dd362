import { build } from "./lib/build/index.mjs";
import { sizeReport } from "./lib/build/sizes.mjs";
import { main } from "./lib/main.mjs";
import { setUp } from "./lib/setup/index.mjs";

await main(async () => {
  await build(await setUp());
  process.stdout.write(`${sizeReport()}\n`);
});

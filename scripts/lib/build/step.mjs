import { rmSync } from "node:fs";
import { inRoot } from "../paths.mjs";
import { contentHash, filesUnder, isFresh, readStamp, writeStamp } from "../stamp.mjs";

const isSource = (file) => !/\.test\.\w+$/.test(file);

/**
 * A step that is skipped while the contents of `inputs` (and `extra`: flags,
 * tool versions) are those it was last made from. `make` resolves to the
 * files made; those of an earlier time that are not made any more are removed,
 * so that a deleted source leaves nothing in the package.
 */
export function buildStep({ name, after = [], inputs, keep = () => true, extra = () => [], make }) {
  const stampName = `build-${name}`;
  const hashNow = async (context) => {
    const files = filesUnder(inputs, (file) => isSource(file) && keep(file));
    return contentHash(files, await extra(context));
  };
  return {
    name: `build ${name}`,
    after: after.map((other) => `build ${other}`),
    async ready(context) {
      return isFresh(stampName, await hashNow(context));
    },
    async run(context) {
      // Taken before: a file saved meanwhile must be seen as a change next time.
      const hash = await hashNow(context);
      const before = readStamp(stampName)?.outputs ?? [];
      const outputs = await make(context);
      for (const gone of before.filter((file) => !outputs.includes(file)))
        rmSync(inRoot(gone), { force: true });
      writeStamp(stampName, { hash, outputs });
    },
  };
}

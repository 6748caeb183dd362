import { capture } from "../run.mjs";
import { isAptUsable } from "./packages.mjs";

/** Packages without which this machine has no glyphs for Chinese text, or cannot tell. */
export async function missingFonts() {
  const { output } = await capture("fc-list", [":lang=zh-cn"]).catch(() => ({ output: "" }));
  return output === "" ? ["fontconfig", "fonts-noto-cjk"] : [];
}

/** A Chinese font for the pictures, where packages can be installed; elsewhere they have the system's. */
export const fonts = {
  name: "a Chinese font",
  after: ["Rust"],
  async ready() {
    return !isAptUsable() || (await missingFonts()).length === 0;
  },
  run: (context) => context.installPackages(),
};

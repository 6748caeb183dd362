import { describe, expect, it } from "vitest";
import { runSteps } from "./steps.mjs";

const step = (name, more = {}) => ({ name, ready: () => false, run: async () => {}, ...more });

const silent = () => {};

describe("runSteps", () => {
  it("starts a step when those it comes after are done", async () => {
    const order = [];
    const slow = step("slow", {
      run: async () => {
        await new Promise(setImmediate);
        order.push("slow");
      },
    });
    const next = step("next", { after: ["slow"], run: async () => order.push("next") });

    await runSteps([slow, next], {}, silent);

    expect(order).toEqual(["slow", "next"]);
  });

  it("does not wait for a step that is left out", async () => {
    await expect(runSteps([step("alone", { after: ["absent"] })], {}, silent)).resolves.toBeUndefined();
  });

  it("says nothing of a step that is ready", async () => {
    const lines = [];

    await runSteps([step("present", { ready: () => true })], {}, (line) => lines.push(line));

    expect(lines).toEqual([]);
  });

  it("names the failed step, keeps its output and starts nothing after it", async () => {
    let isStarted = false;
    const cause = Object.assign(new Error("no"), { output: "the compiler's words" });
    const broken = step("broken", { run: () => Promise.reject(cause) });
    const next = step("next", { after: ["broken"], run: async () => (isStarted = true) });

    const running = runSteps([broken, next], {}, silent);

    await expect(running).rejects.toMatchObject({ message: "broken: no", output: "the compiler's words" });
    expect(isStarted).toBe(false);
  });
});

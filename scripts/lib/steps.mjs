import { say, seconds } from "./say.mjs";

export class StepFailed extends Error {
  constructor(step, cause) {
    super(`${step.name}: ${cause.message}`, { cause });
    this.output = cause.output;
  }
}

/**
 * Runs steps `{ name, after, ready, run }`, each as soon as those it comes
 * after are done. A step that is `ready` says nothing; another says one line
 * when its work starts and one when it is done. Rejects at the first failure;
 * what comes after the failed step does not start.
 */
export async function runSteps(steps, context, tell = say) {
  const names = new Set(steps.map((step) => step.name));
  const done = new Map();
  const perform = async (step) => {
    await Promise.all((step.after ?? []).filter((name) => names.has(name)).map((name) => done.get(name)));
    try {
      if (await step.ready(context)) return;
      const from = performance.now();
      tell(`${step.name} …`);
      const note = await step.run(context);
      tell(`${step.name}: done in ${seconds(from)}${note ? `, ${note}` : ""}`);
    } catch (cause) {
      throw cause instanceof StepFailed ? cause : new StepFailed(step, cause);
    }
  };
  for (const step of steps) {
    const promise = perform(step);
    // A later `await` reports it; without this line Node would end first.
    promise.catch(() => {});
    done.set(step.name, promise);
  }
  await Promise.all(done.values());
}

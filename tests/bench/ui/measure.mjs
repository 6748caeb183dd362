import { readFileSync } from "node:fs";

const gaugeSource = readFileSync(new URL("gauge.js", import.meta.url), "utf8");

/** Puts the gauge into every document of a page. */
export const addGauge = (page) => page.addInitScript(gaugeSource);

/** The page is at rest: two frames are painted and nothing has been said for a moment. */
const rest = (page) =>
  page.evaluate(
    () =>
      new Promise((done) => {
        requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done, 60)));
      }),
  );

const take = (page) =>
  page.evaluate(() => {
    const taken = structuredClone(gauge);
    for (const list of Object.values(gauge)) list.length = 0;
    return taken;
  });

/**
 * Does one input after the other and gives, for each, the longest way from one of its events to the paint, and over
 * all of them the browser's own longest event and the longest task, in ms.
 */
export async function measure(page, name, inputs) {
  const ms = [];
  let event = 0;
  let task = 0;
  for (const input of inputs) {
    await input.prepare?.();
    await rest(page);
    await take(page);
    await input.act();
    await rest(page);
    const { inputs: painted, events, tasks } = await take(page);
    if (painted.length === 0) throw new Error(`${name}: the page has seen no input`);
    ms.push(Math.max(...painted.map((one) => one.ms)));
    event = Math.max(event, ...events.map((one) => one.ms));
    task = Math.max(task, ...tasks);
  }
  ms.sort((a, b) => a - b);
  return { name, inputs: ms.length, median: ms[ms.length >> 1], max: ms.at(-1), event, task };
}

/** The results as Markdown. */
export function table(rows) {
  const digits = (value) => (value === 0 ? "" : value.toFixed(0));
  return [
    "| input | times | median ms | longest ms | longest by Event Timing | longest task |",
    "|---|---|---|---|---|---|",
    ...rows.map(
      ({ name, inputs, median, max, event, task }) =>
        `| ${name} | ${inputs} | ${digits(median)} | ${digits(max)} | ${digits(event)} | ${digits(task)} |`,
    ),
  ].join("\n");
}

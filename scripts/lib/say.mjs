/** Chatter goes to stderr: stdout carries only what a caller may want to read by machine. */
export const say = (line) => process.stderr.write(`${line}\n`);

export const seconds = (fromMs) => `${((performance.now() - fromMs) / 1000).toFixed(1)} s`;

import { closingLine, total } from "./results.mjs";

const time = (ms) => `${(ms / 1000).toFixed(1)} s`.padStart(8);

export function progressLine({ name, ms, failed, note, ...counts }) {
  return `${failed > 0 ? "FAIL" : "ok  "} ${name.padEnd(12)}${time(ms)}  ${closingLine({ failed, ...counts })}${note && `  (${note})`}`;
}

/** The failing suite's whole output, framed by its name. */
export function failureText({ name, output }) {
  return `──── ${name} ────\n${output.trimEnd()}\n──── end of ${name} ────`;
}

/** Every suite's line, slowest first, then the line that sums them up, alone. */
export function closingReport(results) {
  const slowestFirst = [...results].sort((a, b) => b.ms - a.ms);
  return ["", ...slowestFirst.map(progressLine), "", closingLine(total(results))].join("\n");
}

/** The results as Markdown, ratios first: absolute times of a shared machine say little. */

const digits = (value) => (value === undefined ? "" : value >= 100 ? value.toFixed(0) : value.toPrecision(3));
const range = ({ low, high }) => (low === undefined ? "" : ` (${digits(low)}–${digits(high)})`);

export function table(results, machine) {
  const lines = [
    `${machine.cpu}, ${machine.cores} cores, Chromium ${machine.chromium}, Node ${machine.node}`,
    "",
    "| job | payload | side | times as long (quartiles) | ms |",
    "|---|---|---|---|---|",
  ];
  for (const { job, payload, rows } of results.filter((result) => result.rows)) {
    for (const { name, ms, ratio, bytes } of rows) {
      const times = ratio ? `${digits(ratio.median)}×${range(ratio)}` : "";
      const value = ms ? digits(ms.median) : `${(bytes / 1e6).toFixed(1)} MB`;
      lines.push(`| ${job} | ${payload} | ${name} | ${times} | ${value} |`);
    }
  }
  for (const { sizes } of results.filter((result) => result.sizes)) {
    lines.push("", "| file of entry `.` | raw | brotli |", "|---|---|---|");
    for (const { name, raw, brotli } of sizes) lines.push(`| ${name} | ${raw} | ${brotli} |`);
  }
  for (const { figures } of results.filter((result) => result.figures)) {
    lines.push("", "| proxy | |", "|---|---|");
    for (const [name, value] of Object.entries(figures)) lines.push(`| ${name} | ${value} |`);
  }
  return lines.join("\n");
}

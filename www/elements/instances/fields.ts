import type { InstanceRow } from "invoscope";
import { html, type TemplateResult } from "lit";
import { format, legible, statusWord } from "../foundation/index.ts";
import { pick } from "../i18n/index.ts";
import * as instances from "../i18n/instances.ts";

type Field = keyof (typeof instances.en)["fields"];

const TIMES: ReadonlySet<string> = new Set([
  "creationTime",
  "startTime",
  "finishTime",
  "stopTime",
  "updateTime",
]);

/** Every field that the answer has of an instance, folded. */
export function fieldList(row: InstanceRow, locale: string): TemplateResult {
  const words = pick(instances, locale);
  const names = Object.keys(words.fields).filter(
    (name): name is Field => row[name as Field] !== undefined && row[name as Field] !== "",
  );
  return html`<details class="fields">
    <summary>${words.details}</summary>
    <dl>
      ${names.map(
        (name) =>
          html`<dt>${words.fields[name]}</dt>
          <dd>${fieldText(row, name, locale)}</dd>`,
      )}
    </dl>
  </details>`;
}

function fieldText(row: InstanceRow, name: Field, locale: string): string {
  const value = row[name];
  if (TIMES.has(name) && typeof value === "string")
    return `${format.dateTime(value, locale)} (${legible(value)})`;
  if (name === "status") return `${statusWord(row.status, locale)} (${legible(String(row.status))})`;
  return legible(String(value));
}

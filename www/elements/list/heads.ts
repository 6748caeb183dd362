import { html, nothing, type TemplateResult } from "lit";
import { ArrowDown, ArrowUp } from "lucide";
import { icon } from "../foundation/index.ts";
import type { ListFilters, ListSort } from "./filters.ts";
import type { ListTexts } from "./texts.ts";

/** What the heads of the columns show and do. */
export interface HeadsContext {
  readonly texts: ListTexts;
  readonly filters: ListFilters;
  readonly change: (part: Partial<ListFilters>) => void;
}

/** The heads of the columns; those that can be sorted by are buttons. */
export function heads(context: HeadsContext): TemplateResult {
  const { columns } = context.texts;
  return html`<thead role="rowgroup">
    <tr role="row">
      ${plain("status", columns.status)} ${sorting(context, "command", ["name"])}
      ${sorting(context, "instances", ["instances", "failed"])} ${plain("schedule", columns.schedule)}
      ${sorting(context, "created", ["created"])} ${plain("duration", columns.duration)}
      ${plain("user", columns.user)} ${plain("tags", columns.tags)}
    </tr>
  </thead>`;
}

function plain(column: string, word: string): TemplateResult {
  return html`<th role="columnheader" scope="col" class="c-${column}">${word}</th>`;
}

function sorting(
  { texts, filters, change }: HeadsContext,
  column: "command" | "instances" | "created",
  sorts: readonly ListSort[],
): TemplateResult {
  const { columns, sortBy } = texts;
  const { sort, reverse } = filters;
  const isOn = sorts.includes(sort);
  const isAscending = (sort === "name") !== reverse;
  const words: Readonly<Record<ListSort, string>> = {
    name: columns.command,
    instances: columns.instances,
    failed: columns.failed,
    created: columns.created,
  };
  return html`<th
    role="columnheader"
    scope="col"
    class="c-${column}"
    aria-sort=${isOn ? (isAscending ? "ascending" : "descending") : "none"}
  >
    ${sorts.map(
      (name) => html`<button
        type="button"
        class="sort ${name === sort ? "on" : ""}"
        title=${sortBy(words[name])}
        @click=${() => change({ sort: name, reverse: name === sort && !reverse })}
      >
        ${words[name]}${name === sort ? icon(isAscending ? ArrowUp : ArrowDown) : nothing}
      </button>`,
    )}
  </th>`;
}

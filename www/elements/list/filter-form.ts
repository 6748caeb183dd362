import type { Finding, InvocationRequest, RequestTag } from "invoscope";
import { html, LitElement, nothing, type PropertyDeclarations, type TemplateResult } from "lit";
import { Plus, X } from "lucide";
import { base, icon, statusWord } from "../foundation/index.ts";
import { isChinese, pick } from "../i18n/index.ts";
import { filterFormStyles } from "./filter-form.styles.ts";
import { CHOICES, findingsOf, MAX_TAGS, TEXT_PARAMETERS } from "./filters.ts";
import { en, type ListTexts, zh } from "./texts.ts";

/** The request to ask the service with. */
export class ListRequestEvent extends CustomEvent<InvocationRequest> {
  constructor(request: InvocationRequest) {
    super("invoscope-list-request", { detail: request, bubbles: true, composed: true });
  }
}

declare global {
  interface HTMLElementEventMap {
    "invoscope-list-request": ListRequestEvent;
  }
}

const PLACEHOLDERS: Readonly<Record<(typeof TEXT_PARAMETERS)[number], string>> = {
  InvokeId: "t-…",
  InstanceId: "i-…",
  CommandId: "c-…",
  CommandName: "",
  ResourceGroupId: "rg-…",
};

/**
 * Every filter of `DescribeInvocations`, checked as it is typed against the rules of the API page.
 *
 * @fires invoscope-list-request - The filters are applied; `detail` is the request without its region.
 */
export class InvoscopeListFilter extends LitElement {
  static override styles = [...base, filterFormStyles];
  static override properties: PropertyDeclarations = {
    request: { attribute: false },
    regionId: { attribute: "region" },
    locale: {},
    draft: { state: true },
    isRefused: { state: true },
  };

  /** The request in force; the form begins with it. */
  declare request: InvocationRequest;
  /** `RegionId` of the request. */
  declare regionId: string;
  /** `zh-CN` or `en`. */
  declare locale: string;
  declare draft: InvocationRequest;
  declare isRefused: boolean;

  constructor() {
    super();
    this.request = {};
    this.regionId = "";
    this.locale = "en";
    this.draft = {};
    this.isRefused = false;
  }

  override willUpdate(changed: Map<string, unknown>): void {
    if (changed.has("request")) this.draft = this.request;
  }

  /** Puts the cursor into the first field. */
  override focus(): void {
    this.renderRoot.querySelector<HTMLElement>("input")?.focus();
  }

  override render(): TemplateResult {
    const texts = this.#texts;
    const findings = findingsOf(this.draft, this.regionId);
    const isWrong = findings.some((finding) => finding.severity === "error");
    return html`<form class="card" novalidate aria-labelledby="title" @submit=${this.#apply}>
      <header>
        <h2 id="title">${texts.formTitle}</h2>
        <p class="faint">${texts.formHint}</p>
      </header>
      ${this.#others(findings)}
      <div class="grid">
        ${TEXT_PARAMETERS.map((name) => this.#textField(name, findings))}
        ${(["InvokeStatus", "CommandType", "RepeatMode"] as const).map((name) => this.#choice(name, findings))}
        ${this.#timed(findings)}
      </div>
      ${this.#tags(findings)}
      <footer>
        <button class="btn primary" type="submit">${texts.apply}</button>
        <button class="btn" type="button" @click=${this.#reset}>${texts.reset}</button>
        ${isWrong && this.isRefused ? html`<p class="refused" role="alert">${texts.invalid}</p>` : nothing}
      </footer>
    </form>`;
  }

  get #texts(): ListTexts {
    return pick({ en, zh }, this.locale);
  }

  #textField(name: (typeof TEXT_PARAMETERS)[number], findings: readonly Finding[]): TemplateResult {
    return this.#field(
      name,
      name,
      findings,
      (about) => html`<input
      class="input mono"
      id=${name}
      name=${name}
      autocomplete="off"
      spellcheck="false"
      placeholder=${PLACEHOLDERS[name]}
      aria-describedby=${about.describedBy}
      aria-invalid=${about.isWrong ? "true" : nothing}
      .value=${this.draft[name] ?? ""}
      @input=${(event: Event) => this.#set(name, valueIn(event).trim())}
    />`,
    );
  }

  #choice(name: keyof typeof CHOICES, findings: readonly Finding[]): TemplateResult {
    const texts = this.#texts;
    const value = this.draft[name] ?? "";
    const known: readonly string[] = CHOICES[name];
    const word = (choice: string): string => this.#word(name, choice);
    return this.#field(
      name,
      name,
      findings,
      (about) => html`<select
      class="input"
      id=${name}
      name=${name}
      aria-describedby=${about.describedBy}
      @change=${(event: Event) => this.#set(name, valueIn(event))}
    >
      <option value="" ?selected=${value === ""}>${texts.any}</option>
      ${known.map((choice) => html`<option value=${choice} ?selected=${value === choice}>${word(choice)}</option>`)}
      ${value === "" || known.includes(value) ? nothing : html`<option value=${value} selected>${texts.other(value)}</option>`}
    </select>`,
    );
  }

  #word(name: keyof typeof CHOICES, choice: string): string {
    const texts = this.#texts;
    if (name === "InvokeStatus") return statusWord(choice, this.locale);
    return (name === "CommandType" ? texts.types[choice] : texts.repeats[choice]) ?? choice;
  }

  #timed(findings: readonly Finding[]): TemplateResult {
    const texts = this.#texts;
    const { Timed } = this.draft;
    return this.#field(
      "Timed",
      "Timed",
      findings,
      (about) => html`<select
      class="input"
      id="Timed"
      name="Timed"
      aria-describedby=${about.describedBy}
      @change=${(event: Event) => this.#setTimed(valueIn(event))}
    >
      <option value="" ?selected=${Timed === undefined}>${texts.any}</option>
      <option value="true" ?selected=${Timed === true}>${texts.yes}</option>
      <option value="false" ?selected=${Timed === false}>${texts.no}</option>
    </select>`,
    );
  }

  #tags(findings: readonly Finding[]): TemplateResult {
    const texts = this.#texts;
    const tags = this.draft.Tag ?? [];
    return html`<fieldset>
      <legend>${texts.fields.Tag}</legend>
      ${this.#findings(
        "Tag",
        findings.filter((finding) => finding.parameter === "Tag"),
      )}
      ${tags.map((tag, index) => this.#tag(tag, index, findings))}
      <button class="btn" type="button" ?disabled=${tags.length >= MAX_TAGS} @click=${this.#addTag}>
        ${icon(Plus)}${texts.addTag}<span class="faint num">${tags.length}/${MAX_TAGS}</span>
      </button>
    </fieldset>`;
  }

  #tag(tag: RequestTag, index: number, findings: readonly Finding[]): TemplateResult {
    const texts = this.#texts;
    const about = (part: string): Finding[] =>
      findings.filter((finding) => finding.parameter === `Tag[${index}].${part}`);
    const isWrong = (part: string): "true" | typeof nothing =>
      about(part).some((finding) => finding.severity === "error") ? "true" : nothing;
    const n = index + 1;
    return html`<div class="tag-field">
      <input
        class="input mono"
        aria-label=${texts.tagKeyOf(n)}
        aria-invalid=${isWrong("Key")}
        aria-describedby="about-tag-${n}"
        placeholder=${texts.tagKey}
        .value=${tag.Key ?? ""}
        @input=${(event: Event) => this.#setTag(index, { ...tag, Key: valueIn(event) })}
      />
      <span aria-hidden="true">=</span>
      <input
        class="input mono"
        aria-label=${texts.tagValueOf(n)}
        aria-invalid=${isWrong("Value")}
        aria-describedby="about-tag-${n}"
        placeholder=${texts.tagAnyValue}
        .value=${tag.Value ?? ""}
        @input=${(event: Event) => this.#setTag(index, withValue(tag, valueIn(event)))}
      />
      <button class="btn ghost square" type="button" aria-label=${texts.removeTag(n)} @click=${() => this.#removeTag(index)}>
        ${icon(X)}
      </button>
      ${this.#findings(`tag-${n}`, [...about("Key"), ...about("Value")])}
    </div>`;
  }

  #field(
    name: keyof ListTexts["fields"],
    id: string,
    findings: readonly Finding[],
    control: (about: { describedBy: string; isWrong: boolean }) => TemplateResult,
  ): TemplateResult {
    const about = findings.filter((finding) => finding.parameter === name);
    const isIdle = about.some((finding) => finding.severity === "ignored");
    const isWrong = about.some((finding) => finding.severity === "error");
    return html`<div class="field ${isIdle ? "idle" : ""}">
      <label for=${id}>${this.#texts.fields[name]}<code class="faint" aria-hidden="true">${name}</code></label>
      ${control({ describedBy: `about-${id}`, isWrong })}${this.#findings(id, about)}
    </div>`;
  }

  /** What concerns a parameter that has no field, such as `PageNumber` of a link. */
  #others(findings: readonly Finding[]): TemplateResult | typeof nothing {
    const shown = Object.keys(this.#texts.fields);
    const others = findings.filter((finding) => !shown.includes(finding.parameter.replace(/\[.*/, "")));
    return others.length === 0 ? nothing : this.#findings("others", others);
  }

  #findings(id: string, findings: readonly Finding[]): TemplateResult {
    const { severity } = this.#texts;
    const isZh = isChinese(this.locale);
    return html`<div class="findings" id="about-${id}" aria-live="polite">${findings.map(
      (finding) => html`<p class="finding ${finding.severity}">
        <strong>${severity[finding.severity]}</strong> ${isZh ? finding.message.zh : finding.message.en}
      </p>`,
    )}</div>`;
  }

  #set(name: (typeof TEXT_PARAMETERS)[number] | keyof typeof CHOICES, value: string): void {
    const { [name]: _, ...rest } = this.draft;
    this.draft = value === "" ? rest : { ...rest, [name]: value };
  }

  #setTimed(value: string): void {
    const { Timed: _, ...rest } = this.draft;
    this.draft = value === "" ? rest : { ...rest, Timed: value === "true" };
  }

  #setTag(index: number, tag: RequestTag): void {
    this.draft = { ...this.draft, Tag: (this.draft.Tag ?? []).map((old, at) => (at === index ? tag : old)) };
  }

  async #addTag(): Promise<void> {
    this.draft = { ...this.draft, Tag: [...(this.draft.Tag ?? []), { Key: "" }] };
    await this.updateComplete;
    [...this.renderRoot.querySelectorAll<HTMLElement>(".tag-field input:first-of-type")].at(-1)?.focus();
  }

  #removeTag(index: number): void {
    const { Tag = [], ...rest } = this.draft;
    const left = Tag.filter((_, at) => at !== index);
    this.draft = left.length === 0 ? rest : { ...rest, Tag: left };
  }

  #apply(event: Event): void {
    event.preventDefault();
    const isWrong = findingsOf(this.draft, this.regionId).some((finding) => finding.severity === "error");
    this.isRefused = isWrong;
    if (isWrong) this.renderRoot.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
    else this.dispatchEvent(new ListRequestEvent(this.draft));
  }

  #reset(): void {
    this.draft = {};
    this.isRefused = false;
    this.dispatchEvent(new ListRequestEvent({}));
  }
}

function withValue({ Key = "" }: RequestTag, value: string): RequestTag {
  return value === "" ? { Key } : { Key, Value: value };
}

function valueIn(event: Event): string {
  const { target } = event;
  return target instanceof HTMLInputElement || target instanceof HTMLSelectElement ? target.value : "";
}

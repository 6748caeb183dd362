import { ApiError, explainApiError, GatewayError, NetworkError } from "invoscope";
import { html, nothing, type TemplateResult } from "lit";
import { Hourglass, type IconNode, KeyRound, PlugZap, SearchX, ShieldAlert, TriangleAlert } from "lucide";
import { icon, legible } from "../foundation/index.ts";
import { messages } from "../i18n/index.ts";
import { RepeatedTokenError, RunNotFoundError } from "../session/run-load.ts";
import { SavedAnswerError } from "./saved/saved-answer-error.ts";

/** The policy that `npx invoscope policy` prints. */
const POLICY = JSON.stringify(
  {
    Version: "1",
    Statement: [
      {
        Effect: "Allow",
        Action: ["ecs:DescribeInvocations", "ecs:DescribeInvocationResults"],
        Resource: ["acs:ecs:*:*:instance/*", "acs:ecs:*:*:command/*"],
      },
    ],
  },
  null,
  2,
);

/** Why nothing can be shown, and what to do about it. */
export interface ProblemWords {
  readonly icon: IconNode;
  readonly title: string;
  readonly text: string;
  /** What to hand on: a policy, a report. */
  readonly report?: string | undefined;
  /** What its copy button says; "Copy report" unless told. */
  readonly copy?: string | undefined;
}

/** An error in words that help. */
export function problemWords(error: Error, locale: string): ProblemWords {
  const words = messages(locale).state;
  if (error instanceof RunNotFoundError) {
    const { length } = error.invokeIds;
    const isPart = length < error.asked;
    return {
      icon: SearchX,
      title: isPart ? words.partNotFoundTitle(length, error.asked) : words.notFoundTitle,
      text: isPart ? words.partNotFoundText : words.notFoundText,
      report: error.invokeIds.join("\n"),
      copy: words.copyIds,
    };
  }
  if (error instanceof RepeatedTokenError) {
    return { icon: TriangleAlert, title: words.repeatedTitle, text: words.repeatedText };
  }
  if (error instanceof NetworkError)
    return { icon: PlugZap, title: words.networkTitle, text: words.networkText };
  if (error instanceof ApiError) {
    if (error.code === "TokenRequired")
      return { icon: KeyRound, title: words.tokenTitle, text: words.tokenText };
    if (/^(Forbidden|NoPermission)/.test(error.code)) {
      return {
        icon: ShieldAlert,
        title: words.forbiddenTitle,
        text: words.forbiddenText,
        report: POLICY,
        copy: words.copyPolicy,
      };
    }
    if (error.code === "CallBudgetExhausted") {
      return { icon: Hourglass, title: words.budgetTitle, text: words.budgetText };
    }
    if (error.code.startsWith("Upstream")) {
      const report = reportOf(error);
      return { icon: PlugZap, title: words.upstreamTitle, text: words.upstreamText, report };
    }
    const known = explainApiError(error.code, error.status, locale);
    return {
      icon: TriangleAlert,
      title: known?.title ?? words.apiTitle,
      text: known === null ? error.message : `${known.cause} ${known.fix}`,
      report: reportOf(error),
    };
  }
  const isAnswer =
    error instanceof GatewayError || error instanceof SavedAnswerError || error.name === "InvoscopeError";
  return {
    icon: TriangleAlert,
    title: isAnswer ? words.malformedTitle : words.apiTitle,
    text: isAnswer ? words.malformedText : error.message,
    report: reportOf(error),
  };
}

/** What surrounds a problem. */
export interface ProblemOptions {
  readonly retry?: (() => void) | undefined;
  /** Buttons beside "Try again". */
  readonly further?: unknown;
  /** Whether it stands in the place of the page's title. */
  readonly isPage?: boolean | undefined;
}

/** The empty state of a view that an error keeps empty. */
export function problem(error: Error, locale: string, options: ProblemOptions = {}): TemplateResult {
  const { common, state } = messages(locale);
  const words = problemWords(error, locale);
  const { retry, further = nothing, isPage = false } = options;
  return html`<section class="problem" role="alert">
    ${icon(words.icon)}
    ${isPage ? html`<h1>${legible(words.title)}</h1>` : html`<h2>${legible(words.title)}</h2>`}
    <p class="quiet">${legible(words.text)}</p>
    ${words.report === undefined ? nothing : html`<pre class="mono" tabindex="0">${legible(words.report)}</pre>`}
    <div class="actions">
      ${retry === undefined ? nothing : html`<button class="btn primary" type="button" @click=${retry}>${common.retry}</button>`}
      ${further}
      ${
        words.report === undefined
          ? nothing
          : html`<invoscope-copy .text=${words.report} .locale=${locale} label=${words.copy ?? state.copyReport}
              >${words.copy ?? state.copyReport}</invoscope-copy
            >`
      }
    </div>
  </section>`;
}

/** What support needs: code, place and ids, and nothing that the answer held. */
export function reportOf(error: Error): string {
  const cause = error.cause instanceof Error ? error.cause : error;
  const facts: [string, unknown][] = [
    ["error", error.name],
    ["code", "code" in error ? error.code : undefined],
    ["message", error.message],
    ["file", "file" in error ? error.file : undefined],
    ["bytes", "bytes" in error ? error.bytes : undefined],
    ["status", "status" in error ? error.status : undefined],
    ["offset", "offset" in cause ? cause.offset : undefined],
    ["path", "path" in cause ? cause.path : undefined],
    ["requestId", "requestId" in error ? error.requestId : undefined],
    ["recommend", "recommend" in error ? error.recommend : undefined],
  ];
  return facts
    .filter(([, value]) => value !== undefined && value !== "")
    .map(([name, value]) => `${name}: ${String(value)}`)
    .join("\n");
}

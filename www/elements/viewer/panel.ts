import { html, type TemplateResult } from "lit";
import { type Ref, ref } from "lit/directives/ref.js";
import type { InvoscopeInstances } from "../instances/instances.ts";
import type { ElementName } from "../register.ts";
import type { InvoscopeSearch } from "../search/search.ts";
import type { RunView } from "../session/navigate.ts";
import { summaryOf } from "../session/run-data.ts";
import type { Session } from "../session/session.ts";

/** What the panel of a view is made of. */
export const PANELS: Readonly<Record<RunView, readonly ElementName[]>> = {
  overview: ["invoscope-families", "invoscope-groups"],
  instances: ["invoscope-instances"],
  search: ["invoscope-search"],
  timeline: ["invoscope-timeline"],
  command: ["invoscope-command"],
  raw: ["invoscope-raw"],
};

/** What the panel shows, and where its boxes to type in are put. */
export interface PanelContext {
  readonly view: RunView;
  readonly session: Session;
  readonly runId: string;
  readonly filter: string;
  readonly instance: string;
  readonly instances: Ref<InvoscopeInstances>;
  readonly search: Ref<InvoscopeSearch>;
}

/** What the panel is made of now: of a run that has neither failures nor successes yet, the overview is its instances. */
export function elementsOf({ view, session, runId }: PanelContext): readonly ElementName[] {
  const { failed, success } = summaryOf(session, runId).run.counts;
  return PANELS[view === "overview" && failed + success === 0 ? "instances" : view];
}

/** The view of a run, once its elements are there. */
export function panel(context: PanelContext): TemplateResult {
  const { view, runId, filter, instance, instances, search } = context;
  switch (view) {
    case "instances":
      return html`<invoscope-instances
        exportparts="table"
        ${ref(instances)}
        run-id=${runId}
        filter=${filter}
        instance=${instance}
      ></invoscope-instances>`;
    case "search":
      return html`<invoscope-search ${ref(search)} run-id=${runId}></invoscope-search>`;
    case "timeline":
      return html`<invoscope-timeline run-id=${runId}></invoscope-timeline>`;
    case "command":
      return html`<invoscope-command run-id=${runId}></invoscope-command>`;
    case "raw":
      return html`<invoscope-raw run-id=${runId}></invoscope-raw>`;
    default:
      if (elementsOf(context) === PANELS.instances)
        return html`<invoscope-instances exportparts="table" run-id=${runId} instance=${instance}></invoscope-instances>`;
      return html`<invoscope-families exportparts="family" run-id=${runId}></invoscope-families>
        <invoscope-groups exportparts="group" run-id=${runId}></invoscope-groups>`;
  }
}

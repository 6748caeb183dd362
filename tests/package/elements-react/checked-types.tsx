// Checked by tsc alone: what the elements take in JSX, and what they do not.
import type { InvoscopeViewer } from "invoscope/elements";
import type {} from "invoscope/react";
import { createRef } from "react";

const viewer = createRef<InvoscopeViewer>();

export const right = (
  <>
    <invoscope-viewer ref={viewer} invokeId="t-1" view="timeline" line={3} className="run" />
    <invoscope-list
      runHref="/runs/{id}"
      clock="utc"
      oninvoscope-open-run={({ detail }) => detail.runId.trim()}
    />
    <invoscope-list-filter
      region="cn-hangzhou"
      oninvoscope-list-request={({ detail }) => detail.InvokeId?.trim()}
    />
    <invoscope-session endpoint="/api/v1" locale="zh-CN" token={() => undefined}>
      <invoscope-output runId="t-1" instance="i-1" wrap />
    </invoscope-session>
  </>
);

export const wrong = (
  <>
    {/* @ts-expect-error There is no such view. */}
    <invoscope-viewer view="everything" />
    {/* @ts-expect-error A line is a number. */}
    <invoscope-viewer line="3" />
    {/* @ts-expect-error An instance is chosen by its id. */}
    <invoscope-viewer oninvoscope-select={({ detail }) => detail.instanceId.toFixed()} />
    {/* @ts-expect-error Only the element itself writes what it keeps. */}
    <invoscope-list isFormOpen />
    {/* @ts-expect-error There is no such element. */}
    <invoscope-viewr />
  </>
);

import { useState } from "react";
import { createRoot } from "react-dom/client";
import { answer } from "./answer.js";
import { lookAtViewer } from "./look-at-viewer.js";
import "invoscope/viewer";
import type {} from "invoscope/react";

const LABELS = { "i-bp1i7gg30r52z2em****": "web-01" };

function Page() {
  const [chosen, setChosen] = useState("");
  return (
    <>
      <p>
        Chosen: <output id="chosen">{chosen}</output>
      </p>
      <invoscope-viewer
        endpoint="/api/v1"
        region="cn-hangzhou"
        invokeId="t-hz0jdfwd9f****"
        view="instances"
        language="en"
        labels={LABELS}
        oninvoscope-select={(event) => setChosen(event.detail.instanceId)}
      />
    </>
  );
}

createRoot(document.querySelector("#root") ?? document.body).render(<Page />);
Object.assign(globalThis, { looked: lookAtViewer(answer) });

// What every page with a viewer runs, unchanged. It is imported before "invoscope/viewer".
import { ELEMENT_NAMES } from "invoscope/elements";
import { look } from "./look.js";

/** Tags that the classes alone have registered. */
const registeredByClasses = ELEMENT_NAMES.filter((name) => customElements.get(name) !== undefined);

/** What the page's viewer shows of the answer, and what the page was told when an instance was chosen. */
export async function lookAtViewer(answer) {
  const { records, code, title } = await look(answer);
  const headline = await appearing("[part=headline]");
  const name = await appearing("button.id");
  // The label, before the id.
  const [named] = name.textContent.trim().split(/\s+/);
  name.click();
  const chosen = await appearing("#chosen:not(:empty)");
  return {
    records,
    code,
    title,
    headline: headline.textContent,
    named,
    chosen: chosen.textContent,
    registeredByClasses,
  };
}

/** The first element that a selector finds in the page or in any shadow tree of it. */
async function appearing(selector) {
  for (;;) {
    const found = within(document, selector);
    if (found) return found;
    await new Promise((resolve) => requestAnimationFrame(resolve));
  }
}

function within(root, selector) {
  const found = root.querySelector(selector);
  if (found) return found;
  for (const element of root.querySelectorAll("*")) {
    const inner = element.shadowRoot && within(element.shadowRoot, selector);
    if (inner) return inner;
  }
  return null;
}

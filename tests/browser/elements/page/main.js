/** A host page as a user would write one: a viewer, its attributes from the query; what it fires is kept. */
import "invoscope/viewer";

const query = new URLSearchParams(location.search);
document.documentElement.lang = query.get("locale") ?? "en";
const viewer = document.createElement("invoscope-viewer");
const endpoint = query.get("endpoint") ?? "/api/v1";
// A bare viewer has none and opens saved answers.
if (endpoint !== "none") viewer.setAttribute("endpoint", endpoint);
viewer.setAttribute("region", query.get("region") ?? "cn-hangzhou");
viewer.setAttribute("locale", query.get("locale") ?? "en");
viewer.setAttribute("labels", query.get("labels") ?? "{}");
for (const name of ["invoke-id", "view", "filter", "instance", "line"]) {
  const value = query.get(name);
  if (value !== null) viewer.setAttribute(name, value);
}
const places = [];
viewer.addEventListener("invoscope-navigate", (event) => places.push(event.detail));
Object.assign(globalThis, { places });
document.querySelector("main")?.append(viewer);

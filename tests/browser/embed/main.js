/** A host page: the element and the attributes that the query names; what the element fires is kept. */
import "invoscope/viewer";

const { tag = "invoscope-viewer", ...attributes } = Object.fromEntries(new URLSearchParams(location.search));
const events = [];
for (const name of ["navigate", "select", "loaded", "error"]) {
  document.addEventListener(`invoscope-${name}`, ({ detail }) => {
    events.push({ name, ...detail, ...(detail.error && { error: detail.error.code ?? detail.error.name }) });
  });
}
const element = document.createElement(tag);
for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
Object.assign(globalThis, { element, events });
document.querySelector("main").append(element);

import type { LitElement } from "lit";
import type { Ref } from "lit/directives/ref.js";
import type { InvoscopeInstances } from "../instances/instances.ts";
import type { InvoscopeSearch } from "../search/search.ts";
import { type Place, RUN_VIEWS } from "../session/navigate.ts";
import { Keyboard } from "./keyboard.ts";
import { TypeAhead } from "./type-ahead.ts";

/** What the keys of a viewer lead to; what did nothing gives `false`. */
export interface ShortcutActions {
  readonly instances: Ref<InvoscopeInstances>;
  readonly search: Ref<InvoscopeSearch>;
  readonly show: (place: Place) => boolean;
  readonly step: (by: 1 | -1) => boolean;
  readonly help: () => boolean;
  readonly close: () => boolean;
}

/** The keys of a viewer, as its help tells them. */
export function addShortcuts(viewer: LitElement, actions: ShortcutActions): void {
  const { instances, search, show, step, help, close } = actions;
  const typeAhead = new TypeAhead(viewer);
  const views = RUN_VIEWS.map((view, index) => [String(index + 1), () => show({ view })]);
  new Keyboard(
    viewer,
    {
      "/": () => {
        typeAhead.wait({ element: () => search.value, focus: (typed) => search.value?.focusQuery(typed) });
        return show({ view: "search" });
      },
      f: () => {
        typeAhead.wait({
          element: () => instances.value,
          focus: (typed) => instances.value?.focusFilter(typed),
        });
        return show({ view: "instances" });
      },
      n: () => step(1),
      p: () => step(-1),
      "?": help,
      Escape: close,
      ...Object.fromEntries(views),
    },
    (event) => typeAhead.keep(event),
  );
}

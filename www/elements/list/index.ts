export { cliLine } from "./cli.ts";
export { ListFiltersEvent, OpenRunEvent } from "./events.ts";
export { InvoscopeListFilter, ListRequestEvent } from "./filter-form.ts";
export {
  filtersFromParams,
  type ListFilters,
  type ListSort,
  NO_FILTERS,
  paramsFromFilters,
} from "./filters.ts";
export { InvoscopeList } from "./list.ts";

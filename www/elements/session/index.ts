export type { Answer } from "./answers.ts";
export { SessionController, sessionContext } from "./context.ts";
export { FailedEvent, LoadedEvent, SelectEvent } from "./events.ts";
export { ListLoader } from "./list-loader.ts";
export { NavigateEvent, type Place, RUN_VIEWS, type RunView } from "./navigate.ts";
export { SessionPart } from "./part.ts";
export { InvoscopeSession } from "./provider.ts";
export { invokeIdsOf, type ListLoad, type RunLoad, RunNotFoundError, type RunPhase } from "./run-load.ts";
export { Session, type SessionOptions, startSession } from "./session.ts";

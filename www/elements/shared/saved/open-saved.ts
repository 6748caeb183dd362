import type { Session } from "../../session/session.ts";
import { readSaved } from "./saved-answer.ts";
import { SavedAnswerError, type SavedFile } from "./saved-answer-error.ts";

/** What became of the files. */
export interface Opened {
  /** Names of those that were read, a paste's is empty. */
  readonly names: readonly string[];
  /** Ids of the runs in them. */
  readonly runIds: readonly string[];
  /** The run to show where there is one: the only one, or the one that a capsule was made of. */
  readonly runId?: string | undefined;
  readonly problems: readonly SavedAnswerError[];
}

/** Takes every file over that can be read; several may be pages of one run. */
export async function openSaved(session: Session, files: readonly SavedFile[]): Promise<Opened> {
  const names: string[] = [];
  const runIds = new Set<string>();
  const problems: SavedAnswerError[] = [];
  let capsule: string | undefined;
  for (const file of files) {
    try {
      const { bodies, info } = await readSaved(file);
      for (const id of bodies.flatMap((body) => session.ingestFile(body))) runIds.add(id);
      if (info !== undefined) {
        session.labels = { ...session.labels, ...info.labels };
        capsule = info.runId;
      }
      names.push(file.name);
    } catch (error) {
      problems.push(error instanceof SavedAnswerError ? error : new SavedAnswerError(file, error));
    }
  }
  const { total, rows } = session.list.store.list({ limit: 1 });
  const [only] = rows;
  return {
    names,
    runIds: [...runIds],
    runId: total === 1 ? only?.id : capsule !== undefined && files.length === 1 ? capsule : undefined,
    problems,
  };
}

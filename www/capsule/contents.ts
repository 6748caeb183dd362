import init, { loadTexts } from "invoscope";
import { Session } from "invoscope/elements";
import {
  type CapsuleInfo,
  DATA_ID,
  partsOf,
  readInfo,
  unpacked,
} from "../elements/shared/saved/capsule-format.ts";

/** What a capsule holds, ready to be shown. */
export interface Contents {
  readonly info: CapsuleInfo;
  readonly session: Session;
}

/** Starts the module and reads the data, both of which stand in the page. */
export async function readContents(): Promise<Contents> {
  const [, data] = await Promise.all([init(unpacked(textOf("invoscope-module"))), unpacked(textOf(DATA_ID))]);
  const [first = "", ...answers] = new TextDecoder().decode(data).trimEnd().split("\n");
  const info = readInfo(first);
  if (info === undefined) throw new Error("expected a capsule of version 1, found another");
  const { regionId, locale, labels } = info;
  await loadTexts(locale);
  const session = new Session({ regionId, locale, labels, capsuleTemplate: thisPage });
  const encoder = new TextEncoder();
  for (const answer of answers) session.ingestFile(encoder.encode(answer));
  return { info, session };
}

/** A part of a capsule is made of the capsule, which has no network to load a template from. */
async function thisPage(): Promise<string> {
  const parts = partsOf(`<!doctype html>\n${document.documentElement.outerHTML}`);
  if (parts === undefined) throw new Error("expected a capsule, found another page");
  return parts.head + parts.tail;
}

function textOf(id: string): string {
  return document.getElementById(id)?.textContent ?? "";
}

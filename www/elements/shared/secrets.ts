import { decodeBase64, encodeBase64, type MaskedSecrets, maskSecrets, maskSecretsInJson } from "invoscope";

/** How a text is masked before it leaves the page. */
export type Mask = (text: string) => MaskedSecrets;

/** For text: commands, outputs, tables. */
export const maskedText: Mask = maskSecrets;

/** For JSON: also inside of its Base64, and by the names of its members. */
export const maskedJson: Mask = maskSecretsInJson;

/** For what is meant to leave with its secrets. */
export const unmasked: Mask = (text) => ({ text, found: [] });

/**
 * For bytes of any charset, which keep their own: the module masks inside of Base64 byte by byte.
 *
 * Gives the bytes without their secrets, and how many those were.
 */
export function maskedBytes(bytes: Uint8Array): { readonly bytes: Uint8Array; readonly found: number } {
  const { text, found } = maskSecretsInJson(JSON.stringify(encodeBase64(bytes)));
  return {
    bytes: found.length === 0 ? bytes : decodeBase64(JSON.parse(text) as string),
    found: found.length,
  };
}

/** Masks one part of an export after the other, and counts. */
export class Masker {
  /** Secrets masked so far. */
  found = 0;
  readonly isOn: boolean;

  constructor(isOn: boolean) {
    this.isOn = isOn;
  }

  /** A part that is text. */
  readonly text = (part: string): string => this.#take(maskedText, part);

  /** A part that is JSON. */
  readonly json = (part: string): string => this.#take(maskedJson, part);

  #take(mask: Mask, part: string): string {
    if (!this.isOn || part === "") return part;
    const { text, found } = mask(part);
    this.found += found.length;
    return text;
  }
}

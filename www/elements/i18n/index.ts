import { en as commonEn, zh as commonZh } from "./common.ts";
import { en as stateEn, zh as stateZh } from "./state.ts";
import { en as statusEn, zh as statusZh } from "./status.ts";
import { en as unitsEn, zh as unitsZh } from "./units.ts";

const english = { common: commonEn, status: statusEn, state: stateEn, units: unitsEn };

/** Every text of the shared parts, by area. Areas of one view have their own file and `pick`. */
export type Messages = typeof english;

const chinese: Messages = { common: commonZh, status: statusZh, state: stateZh, units: unitsZh };

/** Whether a language tag is Chinese; every other one gets English, as in the wasm catalog. */
export function isChinese(locale: string): boolean {
  return /^zh\b/i.test(locale);
}

/** The texts of a language tag. */
export function messages(locale: string): Messages {
  return isChinese(locale) ? chinese : english;
}

/** The half of a pair of catalogues that a language tag asks for. */
export function pick<T>(catalogues: { readonly en: T; readonly zh: T }, locale: string): T {
  return isChinese(locale) ? catalogues.zh : catalogues.en;
}

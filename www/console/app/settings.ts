import { DEFAULT_REGION } from "./regions.ts";

/** What a person chose, kept in this browser. */
export interface Settings {
  readonly theme: "auto" | "light" | "dark";
  readonly locale: "zh-CN" | "en";
  readonly clock: "local" | "utc";
  readonly regionId: string;
}

const KEY = "invoscope-settings";

/** Reads the settings; an address's `lang` and `region` are stronger than what is kept. */
export function readSettings(url: URL): Settings {
  const kept = readKept();
  const locale = url.searchParams.get("lang") ?? text(kept.locale) ?? navigator.language;
  const theme = kept.theme === "light" || kept.theme === "dark" ? kept.theme : "auto";
  return {
    theme,
    locale: /^zh\b/i.test(locale) ? "zh-CN" : "en",
    clock: kept.clock === "utc" ? "utc" : "local",
    regionId: linkedRegion(url) ?? text(kept.regionId) ?? DEFAULT_REGION,
  };
}

/**
 * The region that an address means. The link of a run names every region but the default one, so that it shows the
 * same run to whoever opens it; the list without a region is that of the region last chosen.
 */
export function linkedRegion(url: URL): string | undefined {
  return (
    text(url.searchParams.get("region")) ?? (url.pathname.startsWith("/runs/") ? DEFAULT_REGION : undefined)
  );
}

/** Keeps the settings; a browser that refuses to keep anything loses them with the page. */
export function keepSettings(settings: Settings): void {
  try {
    localStorage.setItem(KEY, JSON.stringify(settings));
  } catch {
    return;
  }
}

function readKept(): Record<string, unknown> {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? "{}");
    return typeof kept === "object" && kept !== null ? { ...kept } : {};
  } catch {
    return {};
  }
}

function text(value: unknown): string | undefined {
  return typeof value === "string" && value !== "" ? value : undefined;
}

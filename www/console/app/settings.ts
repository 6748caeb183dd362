/** What a person chose, kept in this browser. */
export interface Settings {
  readonly theme: "auto" | "light" | "dark";
  readonly locale: "zh-CN" | "en";
  readonly clock: "local" | "utc";
  readonly regionId: string;
}

const KEY = "invoscope-settings";

/** The regions of the public cloud that most accounts use; others are typed. */
export const REGIONS = [
  "cn-hangzhou",
  "cn-shanghai",
  "cn-beijing",
  "cn-shenzhen",
  "cn-guangzhou",
  "cn-zhangjiakou",
  "cn-huhehaote",
  "cn-wulanchabu",
  "cn-qingdao",
  "cn-chengdu",
  "cn-hongkong",
  "ap-southeast-1",
  "ap-southeast-5",
  "ap-northeast-1",
  "eu-central-1",
  "us-east-1",
  "us-west-1",
] as const;

/** Reads the settings; an address's `lang` and `region` are stronger than what is kept. */
export function readSettings(url: URL): Settings {
  const kept = readKept();
  const locale = url.searchParams.get("lang") ?? text(kept.locale) ?? navigator.language;
  const theme = kept.theme === "light" || kept.theme === "dark" ? kept.theme : "auto";
  return {
    theme,
    locale: /^zh\b/i.test(locale) ? "zh-CN" : "en",
    clock: kept.clock === "utc" ? "utc" : "local",
    regionId: url.searchParams.get("region") ?? text(kept.regionId) ?? REGIONS[0],
  };
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

/** The texts of a capsule around its views. */
export const en = {
  title: "capsule",
  made: (time: string, region: string): string =>
    region === "" ? `Made ${time}` : `Made ${time} from ${region}`,
  offline: "Everything is in this file; it asks no network.",
  whole: (n: string): string => `All ${n} instances`,
  part: (n: string, all: string, filter: string): string =>
    `${n} of ${all} instances, filtered by “${filter}”; the others are left out, the reported status counts them`,
  unmasked: "Secrets were left in on purpose: handle with care",
  missing: (n: string): string => `${n} outputs had not been read and are not here`,
  history: "Earlier executions of periodic runs are not here",
  language: "Language",
  theme: "Theme",
  themes: { auto: "System", light: "Light", dark: "Dark" },
  loading: "Opening…",
  failed: "This capsule cannot be opened",
  failedText: "The file is damaged, or this browser has no WebAssembly or cannot decompress data.",
};

export type CapsuleTexts = typeof en;

export const zh: CapsuleTexts = {
  title: "离线页面",
  made: (time, region) => (region === "" ? `制作于 ${time}` : `制作于 ${time}，来自 ${region}`),
  offline: "全部内容都在此文件中，不访问网络。",
  whole: (n) => `包含全部 ${n} 台实例`,
  part: (n, all, filter) =>
    `包含 ${all} 台实例中的 ${n} 台，筛选条件为“${filter}”；其余未包含，上报的状态仍计入它们`,
  unmasked: "按制作者要求保留了敏感信息，请谨慎传递",
  missing: (n) => `${n} 个输出在制作时尚未读取，未包含在内`,
  history: "不包含周期任务的历次执行",
  language: "语言",
  theme: "主题",
  themes: { auto: "跟随系统", light: "浅色", dark: "深色" },
  loading: "正在打开…",
  failed: "无法打开此离线页面",
  failedText: "文件已损坏，或浏览器不支持 WebAssembly 或数据解压。",
};

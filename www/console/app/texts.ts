/** The texts of the page around the views. */
export interface AppTexts {
  readonly runs: string;
  readonly region: string;
  readonly theme: string;
  readonly themes: Readonly<Record<"auto" | "light" | "dark", string>>;
  readonly language: string;
  readonly times: string;
  readonly clocks: Readonly<Record<"local" | "utc", string>>;
  readonly open: string;
  readonly openHint: string;
  readonly drop: string;
  readonly opened: (name: string, runs: number) => string;
  readonly notOpened: (name: string, why: string) => string;
  readonly skip: string;
  readonly failed: string;
}

export const en: AppTexts = {
  runs: "Runs",
  region: "Region",
  theme: "Theme",
  themes: { auto: "System", light: "Light", dark: "Dark" },
  language: "Language",
  times: "Times",
  clocks: { local: "Local", utc: "UTC" },
  open: "Open file",
  openHint: "Open a saved answer: API, SDK or CLI output. You can also drop or paste it anywhere.",
  drop: "Drop to read this answer",
  opened: (name, runs) => (runs === 1 ? `Read 1 run from ${name}.` : `Read ${runs} runs from ${name}.`),
  notOpened: (name, why) => `Could not read ${name}: ${why}`,
  skip: "Skip to content",
  failed: "invoscope could not start",
};

export const zh: AppTexts = {
  runs: "执行记录",
  region: "地域",
  theme: "主题",
  themes: { auto: "跟随系统", light: "浅色", dark: "深色" },
  language: "语言",
  times: "时间",
  clocks: { local: "本地时间", utc: "UTC" },
  open: "打开文件",
  openHint: "打开保存的应答：API、SDK 或 CLI 的输出。也可以拖放或粘贴到页面任意位置。",
  drop: "松开以读取该应答",
  opened: (name, runs) => `已从 ${name} 读取 ${runs} 次执行。`,
  notOpened: (name, why) => `无法读取 ${name}：${why}`,
  skip: "跳到内容",
  failed: "invoscope 无法启动",
};

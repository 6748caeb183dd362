/** The texts of the page around the views. */
export const en = {
  runs: "Runs",
  skip: "Skip to content",
  region: "Region",
  settings: "Settings",
  theme: "Theme",
  themes: { auto: "System", light: "Light", dark: "Dark" },
  language: "Language",
  times: "Times",
  clocks: { local: "Local", utc: "UTC" },
  open: "Open file",
  openHint:
    "Open a saved answer: API, SDK or CLI output, an export or a capsule. You can also drop or paste it anywhere.",
  drop: "Drop to read this answer",
  opened: (name: string, runs: number): string =>
    runs === 1 ? `Read 1 run from ${name}.` : `Read ${runs} runs from ${name}.`,
  notOpened: (name: string, why: string): string => `Could not read ${name}: ${why}`,
  copyReport: "Copy report",
  clipboard: "the clipboard",
  dismiss: "Dismiss",
  saved: (names: string): string => `Saved answer: ${names}. Read in this browser, nothing was sent.`,
  closeSaved: "Back to the account",
  loading: "Loading…",
  failed: "invoscope could not start",
  failedText:
    "The WebAssembly module did not load. Use a current browser, and check that the page's files are reachable and its policy allows 'wasm-unsafe-eval'.",
  retry: "Try again",
  help: "Keyboard shortcuts",
  close: "Close",
  keys: {
    search: "find in the list",
    move: "next or previous run",
    open: "open the run",
    expand: "show or hide the runs of a set",
    help: "this help",
    escape: "leave the field, close",
  },
};

export type AppTexts = typeof en;

export const zh: AppTexts = {
  runs: "执行记录",
  skip: "跳到内容",
  region: "地域",
  settings: "设置",
  theme: "主题",
  themes: { auto: "跟随系统", light: "浅色", dark: "深色" },
  language: "语言",
  times: "时间",
  clocks: { local: "本地时间", utc: "UTC" },
  open: "打开文件",
  openHint:
    "打开保存的返回结果：API、SDK、CLI 的输出、导出的文件或离线页面。也可以拖放或粘贴到页面任意位置。",
  drop: "松开以读取",
  opened: (name, runs) => `已从 ${name} 读取 ${runs} 次执行。`,
  notOpened: (name, why) => `无法读取 ${name}：${why}`,
  copyReport: "复制报告",
  clipboard: "剪贴板",
  dismiss: "关闭提示",
  saved: (names) => `保存的返回结果：${names}。仅在此浏览器中读取，未发送任何内容。`,
  closeSaved: "返回账号",
  loading: "加载中…",
  failed: "invoscope 无法启动",
  failedText:
    "WebAssembly 模块没有加载。请使用较新的浏览器，并检查页面文件能否访问、页面的安全策略是否允许 'wasm-unsafe-eval'。",
  retry: "重试",
  help: "键盘快捷键",
  close: "关闭",
  keys: {
    search: "在列表中查找",
    move: "下一个或上一个执行记录",
    open: "打开执行记录",
    expand: "展开或收起一组执行",
    help: "显示本帮助",
    escape: "离开输入框，关闭",
  },
};

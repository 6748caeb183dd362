/** Opening of saved answers. */
export const en = {
  title: "Open a saved answer",
  text: "Drop files here, paste JSON, or choose files: an answer of the API, an SDK or the command line, an NDJSON export, a capsule. Several files may be pages of one run.",
  local: "Read in this browser; nothing is sent.",
  choose: "Choose files",
  drop: "Drop to read",
  clipboard: "the clipboard",
  shown: (names: string): string => `Saved answer: ${names}`,
  run: "Run",
  back: "Close",
  failed: (name: string): string => `Could not read ${name}`,
};

export const zh: typeof en = {
  title: "打开保存的返回结果",
  text: "将文件拖放到此处、粘贴 JSON 或选择文件：API、SDK 或 CLI 的返回结果，NDJSON 导出文件，离线页面。同一次执行的多页可一起打开。",
  local: "仅在此浏览器中读取，不会发送任何内容。",
  choose: "选择文件",
  drop: "松开以读取",
  clipboard: "剪贴板",
  shown: (names) => `保存的返回结果：${names}`,
  run: "执行",
  back: "关闭",
  failed: (name) => `无法读取 ${name}`,
};

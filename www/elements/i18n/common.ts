export const en = {
  copy: "Copy",
  copied: "Copied",
  close: "Close",
  retry: "Try again",
  sentence: (text: string): string => `${text}. `,
  search: "Search",
};

export const zh: typeof en = {
  copy: "复制",
  copied: "已复制",
  close: "关闭",
  retry: "重试",
  sentence: (text) => `${text}。`,
  search: "搜索",
};

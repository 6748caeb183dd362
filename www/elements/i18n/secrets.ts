/** What is said of secrets in what is copied or saved. */
export const en = {
  masked: (n: number): string => (n === 1 ? "1 secret masked" : `${n} secrets masked`),
  why: "Keys, tokens and passwords were replaced.",
  copyAll: "Copy with secrets",
  copiedAll: "Copied with secrets",
  saveAll: "Save with secrets",
  include: "Include secrets",
  includeHint: "Leaves keys, tokens and passwords in what is copied or saved",
};

export const zh: typeof en = {
  masked: (n) => `已遮盖 ${n} 处敏感信息`,
  why: "密钥、令牌和密码已被替换。",
  copyAll: "复制含敏感信息的原文",
  copiedAll: "已复制，含敏感信息",
  saveAll: "保存含敏感信息的原文",
  include: "包含敏感信息",
  includeHint: "复制或保存时保留密钥、令牌和密码",
};

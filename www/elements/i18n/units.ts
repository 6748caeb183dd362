export const en = { gap: " ", second: "s", minute: "min", hour: "h", day: "d" };

export const zh: typeof en = { gap: " ", second: "秒", minute: "分", hour: "小时", day: "天" };

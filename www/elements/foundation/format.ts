import { messages } from "../i18n/index.ts";

/** Which clock times are shown on. */
export type Clock = "local" | "utc";

const dateFormats = new Map<string, Intl.DateTimeFormat>();
const numberFormats = new Map<string, Intl.NumberFormat>();
const agoFormats = new Map<string, Intl.RelativeTimeFormat>();

function dateFormat(locale: string, key: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const name = `${locale} ${key} ${options.timeZone ?? ""}`;
  let format = dateFormats.get(name);
  if (format === undefined) {
    format = new Intl.DateTimeFormat(locale, options);
    dateFormats.set(name, format);
  }
  return format;
}

function numberFormat(
  locale: string,
  key: string,
  options: Intl.NumberFormatOptions = {},
): Intl.NumberFormat {
  const name = `${locale} ${key}`;
  let format = numberFormats.get(name);
  if (format === undefined) {
    format = new Intl.NumberFormat(locale, options);
    numberFormats.set(name, format);
  }
  return format;
}

/** `1,234`. */
export function count(value: number, locale: string): string {
  return numberFormat(locale, "count").format(value);
}

/** A share as a percentage that never rounds a few failures away: `<0.1 %`, `99.9 %`. */
export function share(part: number, whole: number, locale: string): string {
  const ratio = whole === 0 ? 0 : part / whole;
  const rounded = ratio > 0.999 && ratio < 1 ? 0.999 : ratio;
  const percent = numberFormat(locale, "share", { style: "percent", maximumFractionDigits: 1 });
  return rounded > 0 && rounded < 0.001 ? `<${percent.format(0.001)}` : percent.format(rounded);
}

/** Sizes by powers of 1,024, as the API counts its 24 KB: `512 B`, `23.9 KB`, `1.2 MB`. */
export function bytes(value: number, locale: string): string {
  if (value < 1024) return `${count(value, locale)} B`;
  const isMega = value >= 1024 * 1024;
  const scaled = value / (isMega ? 1024 * 1024 : 1024);
  return `${numberFormat(locale, "bytes", { maximumFractionDigits: 1 }).format(scaled)} ${isMega ? "MB" : "KB"}`;
}

/** `0.4 s`, `12 s`, `3 min 5 s`, `2 h 10 min`, `3 d 4 h`. */
export function duration(seconds: number, locale: string): string {
  const units = messages(locale).units;
  const of = (value: number, unit: string): string => `${count(value, locale)}${units.gap}${unit}`;
  if (seconds < 10 && !Number.isInteger(seconds)) {
    return `${numberFormat(locale, "seconds", { maximumFractionDigits: 1 }).format(seconds)}${units.gap}${units.second}`;
  }
  const whole = Math.round(seconds);
  if (whole < 60) return of(whole, units.second);
  const steps: [number, string, number, string][] = [
    [86_400, units.day, 3600, units.hour],
    [3600, units.hour, 60, units.minute],
    [60, units.minute, 1, units.second],
  ];
  for (const [size, name, nextSize, nextName] of steps) {
    if (whole < size) continue;
    const rest = Math.floor((whole % size) / nextSize);
    return of(Math.floor(whole / size), name) + (rest > 0 ? `${units.gap}${of(rest, nextName)}` : "");
  }
  return of(whole, units.second);
}

/** Date and time to the second: `24 Nov 2026, 13:53:13`. What is no time is printed unchanged. */
export function dateTime(iso: string | undefined, locale: string, clock: Clock = "local"): string {
  return formatTime(iso, locale, "dateTime", clock, {
    year: "numeric",
    month: "short",
    day: "numeric",
    hour: "2-digit",
    minute: "2-digit",
    second: "2-digit",
    hourCycle: "h23",
  });
}

/** Without the year: `24 Nov, 13:53`. */
export function shortTime(iso: string | undefined, locale: string, clock: Clock = "local"): string {
  return formatTime(iso, locale, "shortTime", clock, {
    month: "short",
    day: "numeric",
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
  });
}

/** The time of day alone: `13:53:13`. */
export function timeOfDay(iso: string | undefined, locale: string, clock: Clock = "local"): string {
  return formatTime(iso, locale, "timeOfDay", clock, {
    hour: "2-digit",
    minute: "2-digit",
    second: "2-digit",
    hourCycle: "h23",
  });
}

/** How long ago, from `nowMs`: `5 minutes ago`. */
export function ago(iso: string | undefined, nowMs: number, locale: string): string {
  const timeMs = Date.parse(iso ?? "");
  if (Number.isNaN(timeMs)) return iso ?? "";
  let format = agoFormats.get(locale);
  if (format === undefined) {
    format = new Intl.RelativeTimeFormat(locale, { numeric: "auto" });
    agoFormats.set(locale, format);
  }
  const seconds = Math.round((timeMs - nowMs) / 1000);
  const steps: [number, Intl.RelativeTimeFormatUnit][] = [
    [86_400, "day"],
    [3600, "hour"],
    [60, "minute"],
  ];
  for (const [size, unit] of steps) {
    if (Math.abs(seconds) >= size) return format.format(Math.trunc(seconds / size), unit);
  }
  return format.format(seconds, "second");
}

function formatTime(
  iso: string | undefined,
  locale: string,
  key: string,
  clock: Clock,
  options: Intl.DateTimeFormatOptions,
): string {
  const timeMs = Date.parse(iso ?? "");
  if (Number.isNaN(timeMs)) return iso ?? "";
  return dateFormat(locale, key, clock === "utc" ? { ...options, timeZone: "UTC" } : options).format(timeMs);
}

import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { Session } from "./session.ts";

let frames: (() => void)[] = [];

beforeEach(() => {
  vi.useFakeTimers();
  frames = [];
  vi.stubGlobal("requestAnimationFrame", (callback: () => void) => frames.push(callback));
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

function listened(): { session: Session; heard: () => number } {
  const session = new Session();
  let count = 0;
  session.addEventListener("change", () => {
    count += 1;
  });
  return { session, heard: () => count };
}

test("many changes in one frame are one event", () => {
  const { session, heard } = listened();

  for (let page = 0; page < 50; page++) session.touch();
  for (const frame of frames) frame();
  vi.advanceTimersByTime(1000);

  expect(heard()).toBe(1);
});

test("a page without frames is told too", () => {
  const { session, heard } = listened();

  session.touch();
  vi.advanceTimersByTime(100);

  expect(heard()).toBe(1);
});

test("a change after the event is told with the next frame", () => {
  const { session, heard } = listened();
  session.touch();
  vi.advanceTimersByTime(100);

  session.touch();
  vi.advanceTimersByTime(100);

  expect(heard()).toBe(2);
});

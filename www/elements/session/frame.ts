/** A page that is not shown has no frames, but must go on. */
const LONGEST_MS = 100;

/** Calls back before the next frame is painted; without frames, a little later. */
export function beforePaint(callback: () => void): void {
  let isDone = false;
  const once = (): void => {
    if (isDone) return;
    isDone = true;
    callback();
  };
  if (typeof requestAnimationFrame === "function") requestAnimationFrame(once);
  setTimeout(once, LONGEST_MS);
}

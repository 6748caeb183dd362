/**
 * Inputs that click where elements are, by the mouse alone: what a locator does in the page before and while it clicks
 * would be measured with it.
 */
export const clicks = (page, locators) =>
  locators.map((locator) => ({
    async prepare() {
      await locator.scrollIntoViewIfNeeded();
      const box = await locator.boundingBox();
      if (box === null) throw new Error(`nothing to click at ${locator}`);
      this.at = [box.x + Math.min(box.width / 2, 20), box.y + box.height / 2];
    },
    act() {
      return page.mouse.click(...this.at);
    },
  }));

/** Inputs of keys, one after the other. */
export const keys = (page, names) => Array.from(names, (name) => ({ act: () => page.keyboard.press(name) }));

/** Turns of the wheel. */
export const turns = (page, times, pixels) =>
  Array.from({ length: times }, () => ({ act: () => page.mouse.wheel(0, pixels) }));

// Lists of options as a person without a pointer uses them.

import { expect } from '@playwright/test';

/** Chooses an option of a list: to the list, then to the option by arrow keys. `label` is a text or a pattern. */
export async function pick(page, list, label) {
  await list.focus();
  await expect(list).toBeFocused();
  const texts = await list.locator('option').allTextContents();
  const wanted = texts.findIndex((text) => (label instanceof RegExp ? label.test(text) : text === label));
  expect(wanted, `${label} is not offered`).toBeGreaterThanOrEqual(0);
  // A closed list changes with every arrow key, and each change can build the part anew.
  for (let presses = 0; presses < 80; presses += 1) {
    const now = await list.evaluate((element) => element.selectedIndex);
    if (now === wanted || (await list.evaluate((element) => element.selectedOptions[0].textContent)) === texts[wanted]) return;
    await page.keyboard.press(now < wanted ? 'ArrowDown' : 'ArrowUp');
    await expect(list).not.toHaveJSProperty('selectedIndex', now);
  }
  throw new Error(`${label} cannot be reached by arrow keys`);
}

/** Chooses an option at once, by its first letters: an open list changes only when it is left. */
export async function jump(list, label) {
  await list.focus();
  await list.selectOption({ label });
}

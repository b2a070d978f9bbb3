// Everything without a pointer.

import { expect, samples, test } from './support/test.mjs';
import { words } from './support/words.mjs';

/** Presses Tab until what is wanted has the focus, and checks on the way that the focus can be seen. */
async function tabTo(page, wanted) {
  for (let presses = 0; presses < 100; presses += 1) {
    await page.keyboard.press('Tab');
    const focused = page.locator(':focus');
    if ((await focused.count()) === 0) continue;
    const seen = await focused.evaluate((element) => {
      const { outlineStyle, outlineWidth, boxShadow, backgroundColor } = getComputedStyle(element);
      const { width, height } = element.getBoundingClientRect();
      const marked = (outlineStyle !== 'none' && outlineWidth !== '0px') || boxShadow !== 'none';
      return { marked: marked || backgroundColor !== 'rgba(0, 0, 0, 0)', size: width * height, what: element.outerHTML.slice(0, 120) };
    });
    expect(seen.size, `${seen.what} has the focus but cannot be seen`).toBeGreaterThan(0);
    expect(seen.marked, `${seen.what} has the focus but does not show it`).toBe(true);
    if (await wanted.evaluate((element) => element === document.activeElement)) return;
  }
  throw new Error(`Tab does not lead to ${wanted}`);
}

test('from the first key to the download, by keyboard alone', async ({ calculator, page }) => {
  await page.keyboard.press('Tab');
  const skip = page.getByRole('link', { name: words('skip') });
  await expect(skip).toBeFocused();
  await expect(skip).toBeInViewport();
  await page.keyboard.press('Enter');

  await tabTo(page, calculator.chooseButton());
  const chooser = page.waitForEvent('filechooser');
  await page.keyboard.press('Enter');
  await (await chooser).setFiles(samples.return);
  await calculator.done();
  await expect(calculator.results).toContainText('18 of 204 children');

  // Details open with the keyboard.
  const period = calculator.results.getByText(words('period-change'), { exact: true });
  await tabTo(page, period.locator('xpath=ancestor-or-self::summary'));
  await page.keyboard.press('Enter');
  await expect(page.getByLabel(words('period-year')).first()).toBeVisible();

  const json = page.getByRole('button', { name: words('download-json') });
  await tabTo(page, json);
  const download = page.waitForEvent('download');
  await page.keyboard.press('Enter');
  expect((await download).suggestedFilename()).toMatch(/\.json$/);
});

test('removing a file leaves the focus where one can go on', async ({ calculator, page }) => {
  await calculator.choose(...samples.return);
  await calculator.done();
  const remove = calculator.file('uasc.csv').getByRole('button', { name: words('remove') });
  await remove.focus();
  await page.keyboard.press('Enter');
  await expect(calculator.file('uasc.csv')).toHaveCount(0);
  const focused = await page.evaluate(() => document.activeElement?.tagName);
  expect(focused, 'the focus fell back to the top of the page').not.toBe('BODY');
});

test('a sample opens with the keyboard, and the page says when it is done', async ({ calculator, page }) => {
  await tabTo(page, page.getByRole('button', { name: words('sample-answers') }));
  await page.keyboard.press('Space');
  await calculator.done();
  await expect(calculator.results).toContainText('864 of 2,335');
});

// *Clear* can be undone until something else is chosen: files, settings and decisions come back.

import { ANSWERS, UNSETTLED } from './support/inputs.mjs';
import { expect, samples, test } from './support/test.mjs';
import { said, words } from './support/words.mjs';

/** Presses Tab until the element has the focus. */
async function tabTo(page, wanted) {
  for (let presses = 0; presses < 60; presses += 1) {
    await page.keyboard.press('Tab');
    if (await wanted.evaluate((element) => element === document.activeElement)) return;
  }
  throw new Error(`Tab does not lead to ${wanted}`);
}

const undo = (page) => page.getByRole('button', { name: words('bring-back') });

test('what was cleared comes back by keyboard, with what was set', async ({ calculator, page }) => {
  await calculator.choose(...samples.return);
  await calculator.done();
  await page.getByLabel(words('standing-pick')).selectOption('Kent');
  await calculator.done();
  const before = await calculator.download('download-json');
  await page.getByRole('button', { name: words('clear-everything') }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('status').filter({ hasText: words('cleared') })).toBeAttached();
  await expect(undo(page)).toBeVisible();
  await expect(page.locator('body')).not.toContainText('missing.csv');
  await tabTo(page, undo(page));
  await page.keyboard.press('Enter');
  await calculator.done();
  await expect(undo(page)).toHaveCount(0);
  await expect(page.getByLabel(words('standing-pick')).locator('option:checked')).toHaveText('Kent');
  expect(await calculator.download('download-json')).toBe(before);
});

test('figures that were safe are safe when they come back, and none else is seen meanwhile', async ({ calculator, page }) => {
  await calculator.choose(...samples.return);
  await calculator.done();
  await page.getByLabel(words('publish-for')).selectOption(words('publish-safe'));
  await calculator.done();
  const before = await calculator.download('download-json');
  await calculator.clear();
  await undo(page).click();
  await calculator.done();
  await expect(page.getByLabel(words('publish-for')).locator('option:checked')).toHaveText(words('publish-safe'));
  expect(await calculator.download('download-json')).toBe(before);
});

test('decisions about answers come back', async ({ calculator, page }) => {
  await calculator.chooseText('unsettled.csv', UNSETTLED);
  await calculator.done();
  await calculator.part('part-answers');
  const name = page.getByLabel(said('answers-name-pick', { name: 'Kemt' }));
  await name.selectOption({ index: 1 });
  await calculator.done();
  await calculator.part('part-summary');
  const before = await calculator.download('download-json');
  await calculator.clear();
  await undo(page).click();
  await calculator.done();
  expect(await calculator.download('download-json')).toBe(before);
});

test('once something else is chosen nothing can be brought back', async ({ calculator, page }) => {
  await calculator.choose(...samples.return);
  await calculator.done();
  await calculator.clear();
  await calculator.chooseText('answers.csv', ANSWERS);
  await calculator.done();
  await expect(undo(page)).toHaveCount(0);
  await calculator.clear();
  await undo(page).click();
  await calculator.done();
  await expect(calculator.file('answers.csv')).toHaveCount(1);
  await expect(calculator.file('missing.csv')).toHaveCount(0);
});

// Single children: who is missing on a day, the record of one, and the sheet that is signed. None of it is in anything that
// is safe to publish.

import { expect, samples, test } from './support/test.mjs';
import { said, words } from './support/words.mjs';

/** The child of the first row of the list. */
const first = (list) => list.getByRole('rowheader').first().innerText();

test('who is missing is listed for any day, and each row leads to the record of the child', async ({ calculator, page }) => {
  await calculator.choose(...samples.return);
  await calculator.done();
  await calculator.part('part-children');
  const { results } = calculator;
  await expect(results).toContainText(said('children-lead', { day: '31 March 2025' }, { within: true }));
  const day = page.getByLabel(words('children-day'));
  await day.fill('18/12/2024');
  await page.keyboard.press('Enter');
  await expect(results).toContainText(said('children-lead', { day: '18 December 2024' }, { within: true }));
  await day.fill('18/12/2031');
  await page.keyboard.press('Enter');
  await expect(results).toContainText(words('children-day-error'));
  await day.fill('31/03/2025');
  await page.keyboard.press('Enter');
  const list = results.getByRole('region', { name: said('children-list') });
  const child = await first(list);
  const show = list.getByRole('button', { name: new RegExp(`^${words('children-show')}`) }).first();
  await show.focus();
  await page.keyboard.press('Enter');
  await expect(results.getByRole('heading', { name: words('part-children'), exact: true })).toBeFocused();
  await expect(results.getByRole('heading', { name: said('children-record', { child }) })).toBeVisible();
  await expect(results.getByRole('figure', { name: said('children-timeline', { child }) })).toBeVisible();
  await page.getByRole('button', { name: words('children-back') }).click();
  await expect(list).toBeVisible();
  // A child that no file has.
  const find = page.getByLabel(words('children-find'));
  await find.fill('no such child');
  await page.keyboard.press('Enter');
  await expect(results).toContainText(words('children-find-error'));
});

test('a finding leads to its child in one step', async ({ calculator, page }) => {
  await calculator.choose(...samples.return);
  await calculator.done();
  await calculator.part('part-quality');
  const { results } = calculator;
  await results.getByText(said('quality-show')).first().click();
  await results.getByRole('button', { name: new RegExp(`^${words('children-show')}`) }).first().click();
  await expect(results.getByRole('heading', { level: 3, name: words('part-children'), exact: true })).toBeFocused();
  await expect(results.getByRole('heading', { name: said('children-record') })).toBeVisible();
  await expect(page).toHaveURL(/#children$/);
});

test('no single child is in anything that is safe to publish', async ({ calculator, page }) => {
  await calculator.choose(...samples.return);
  await calculator.done();
  await calculator.part('part-children');
  const child = await first(calculator.results.getByRole('region', { name: said('children-list') }));
  await page.getByLabel(words('publish-for')).selectOption(words('publish-safe'));
  await expect(page.getByRole('link', { name: words('part-children'), exact: true })).toHaveCount(0);
  await expect(calculator.results).not.toContainText(child);
  await expect(calculator.results).toContainText(said('part-of-rows', {}, { within: true }));
});

test('the sign-off sheet has the figures, the rules and room for two signatures', async ({ calculator, page }) => {
  await calculator.choose(...samples.return);
  await calculator.done();
  await page.getByLabel(words('standing-pick')).selectOption('Kent');
  await page.getByRole('link', { name: words('sign-off-link') }).click();
  const { results } = calculator;
  await expect(results.getByRole('heading', { level: 3, name: words('part-sign-off'), exact: true })).toBeFocused();
  await expect(results).toContainText(said('sign-off-lead', { whose: 'Kent' }, { within: true }));
  await expect(results.getByRole('region', { name: said('sign-off-figures') }).getByRole('row').nth(1)).toContainText('8.8%');
  await expect(results.getByRole('region', { name: words('sign-off-statement') }).getByRole('rowheader')).toHaveCount(2);
});

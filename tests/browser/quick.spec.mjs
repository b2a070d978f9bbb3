// The quick calculator: numbers that are typed, and no file.

import AxeBuilder from '@axe-core/playwright';
import { expect, test } from './support/test.mjs';
import { said, words } from './support/words.mjs';

const fields = (page) => ({
  children: page.getByLabel(words('quick-children')).nth(0),
  missing: page.getByLabel(words('quick-missing')).nth(0),
  otherChildren: page.getByLabel(words('quick-children')).nth(1),
  otherMissing: page.getByLabel(words('quick-missing')).nth(1),
});

async function open(calculator, page) {
  await page.getByRole('link', { name: words('nav-quick') }).click();
  await expect(page.getByRole('heading', { level: 1, name: words('quick-title') })).toBeFocused();
}

test('two numbers make a share with its interval and a sentence to quote', async ({ calculator, page }) => {
  await open(calculator, page);
  await fields(page).children.fill('2,335');
  await fields(page).missing.fill('864');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: words('quick-results') })).toBeFocused();
  await expect(page.getByLabel(words('quick-snippet'))).toHaveValue(
    '864 of 2,335 children went missing: 37.0% (95% interval 35.1% to 39.0%).',
  );
  await expect(page.getByText(words('quick-difference'), { exact: true })).toHaveCount(0);
});

// Newcombe (1998), method 10, example (a).
test('four numbers make a difference with its interval', async ({ calculator, page }) => {
  await open(calculator, page);
  const { children, missing, otherChildren, otherMissing } = fields(page);
  await children.fill('70');
  await missing.fill('56');
  await otherChildren.fill('80');
  await otherMissing.fill('48');
  await page.getByRole('button', { name: words('quick-calculate') }).click();
  await expect(page.getByText(said('quick-higher', { points: '20.0' })).first()).toBeVisible();
  await expect(page.getByText('5.2 percentage points higher to 33.4 percentage points higher').first()).toBeVisible();
});

test('what is wrong is said in plain words, linked to its field', async ({ calculator, page }) => {
  await open(calculator, page);
  await fields(page).children.fill('many');
  await fields(page).missing.fill('<5');
  await page.getByRole('button', { name: words('quick-calculate') }).click();
  await expect(page.locator('#quick-problem')).toBeFocused();
  const links = page.locator('#quick-problem a');
  await expect(links).toHaveCount(2);
  await links.nth(1).click();
  await expect(fields(page).missing).toBeFocused();
  await expect(fields(page).missing).toHaveAttribute('aria-invalid', 'true');
  await expect(fields(page).missing).toHaveAccessibleDescription(new RegExp(words('quick-error-missing')));

  await fields(page).children.fill('10');
  await fields(page).missing.fill('11');
  await page.keyboard.press('Enter');
  await expect(links).toHaveText([said('quick-error-of', { error: words('quick-error-more') })]);
  await fields(page).missing.fill('1');
  await page.keyboard.press('Enter');
  await expect(page.locator('#quick-problem')).toHaveCount(0);
});

test('the quick calculator can be linked to, and leads back to files that were chosen', async ({ calculator, page, site }) => {
  await calculator.sample('sample-answers');
  await calculator.done();
  await open(calculator, page);
  await expect(page).toHaveTitle(new RegExp(words('quick-title')));
  await page.getByRole('link', { name: words('nav-calculator'), exact: true }).click();
  await expect(calculator.results).toContainText('864 of 2,335');

  await page.goto('about:blank');
  await page.goto(`${site.url}#quick`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(words('quick-title'));
});

test('the quick calculator is accessible, with errors and with results', async ({ calculator, page }) => {
  const check = async () => expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  await open(calculator, page);
  await check();
  await page.getByRole('button', { name: words('quick-calculate') }).click();
  await check();
  for (const [field, text] of Object.entries({ children: '70', missing: '56', otherChildren: '80', otherMissing: '48' })) {
    await fields(page)[field].fill(text);
  }
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: words('quick-results') })).toBeFocused();
  for (const width of [1280, 375, 320]) {
    await page.setViewportSize({ width, height: 800 });
    await check();
    const wider = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    expect(wider).toBeLessThanOrEqual(0);
  }
});

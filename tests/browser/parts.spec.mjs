// The parts of the results: each can be reached by its link and by its address.

import { expect, samples, test } from './support/test.mjs';
import { words } from './support/words.mjs';

test('a part opens by its link, takes the focus, and its address can be kept', async ({ calculator, page }) => {
  await calculator.choose(...samples.answers);
  await calculator.done();
  const nav = page.getByRole('navigation', { name: words('parts-label') });
  await expect(nav.getByRole('link', { name: words('part-summary') })).toHaveAttribute('aria-current', 'page');
  await calculator.part('part-method');
  expect(new URL(page.url()).hash).toBe('#method');
  await expect(nav.getByRole('link', { name: words('part-method') })).toHaveAttribute('aria-current', 'page');
  await page.goBack();
  await expect(calculator.results.getByRole('heading', { level: 3, name: words('part-summary') })).toBeFocused();
});

test('the method shows the formulas with the numbers of the group that is chosen', async ({ calculator, page }) => {
  await calculator.choose(...samples.answers);
  await calculator.done();
  await calculator.part('part-method');
  const row = (name) => calculator.results.getByRole('row', { name });
  await page.getByLabel(words('method-cohort')).selectOption({ label: words('cohort-trafficked') });
  await expect(row(words('method-matched'))).toContainText('864 ÷ 2,335');
  await expect(row(words('method-all-answers'))).toContainText('32.8%');
  await page.getByLabel(words('method-cohort')).selectOption({ label: words('cohort-unaccompanied') });
  await expect(row(words('method-matched'))).toContainText('1,501 ÷ 11,999');
});

test('a part that the address names is open when the results come', async ({ calculator, page }) => {
  await expect(page.getByText(words('part-waits'))).toBeHidden();
  await page.evaluate(() => (location.hash = '#quality'));
  await expect(page.getByText(words('part-waits'))).toBeVisible();
  await calculator.choose(...samples.return);
  await calculator.done();
  await expect(calculator.results.getByRole('heading', { level: 3, name: words('part-quality') })).toBeVisible();
});

test('a table can be taken along as CSV, and nothing but it, and be copied', async ({ calculator, page }) => {
  await calculator.choose(...samples.answers);
  await calculator.done();
  await calculator.part('part-method');
  const text = await calculator.download('block-csv');
  expect(text).toMatch(/^\uFEFF/);
  expect(text).toContain('"864 ÷ 2,335",37.0%');
  expect(text).not.toContain('SHA-256');
  await page.getByRole('button', { name: words('block-copy-table') }).click();
  await expect(calculator.results.getByText(words('block-copied'), { exact: true })).toBeVisible();
});

test('a cell that a spreadsheet would run is copied and written so that it is not', async ({ calculator, context, page }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const hostile = ['=1+1', '@SUM(A1)', '+1+1', '-1+1', '=HYPERLINK("x","y")', '＝1+1'];
  const cell = (text) => `"${text.replaceAll('"', '""')}"`;
  const names = ['Kent', 'Surrey', 'Essex', 'Leeds', 'Derby', 'Bury'];
  const rows = hostile.map((text, at) => `${names[at]},2024,100,${cell(text)}`);
  await calculator.chooseText('hostile.csv', ['Authority,Year,UASC,UASC missing', ...rows, ''].join('\n'));
  await calculator.part('part-answers');
  const table = page.getByRole('table', { name: words('answers-wordings-caption') });
  for (const text of hostile) {
    await expect(table).toContainText(text);
  }
  const copy = page.getByRole('button').filter({ hasText: words('block-copy-table') });
  await copy.filter({ hasText: words('answers-wordings-caption') }).click();
  await expect(calculator.results.getByText(words('block-copied'), { exact: true })).toBeVisible();
  const [plain, cells] = await page.evaluate(async () => {
    const [item] = await navigator.clipboard.read();
    const text = async (type) => (await item.getType(type)).text();
    const page = new DOMParser().parseFromString(await text('text/html'), 'text/html');
    return [await text('text/plain'), [...page.querySelectorAll('td, th')].map((cell) => cell.textContent)];
  });
  const runs = /^[\s\u200B]*[=+\-@\uFF1D]/;
  expect(cells.length).toBeGreaterThan(2 * hostile.length);
  expect(cells.filter((cell) => runs.test(cell))).toEqual([]);
  expect(plain.split(/[\t\n\r]/).filter((cell) => runs.test(cell))).toEqual([]);
  for (const text of hostile) {
    expect(plain).toContain(`'${text}`);
    expect(cells.some((cell) => cell.startsWith(`'${text}`))).toBe(true);
  }
});

// What is pasted: a file of its own, read as the terminal program reads it.

import AxeBuilder from '@axe-core/playwright';
import { paste, tabbed } from './support/paste.mjs';
import { printed } from './support/terminal.mjs';
import { expect, samples, saved, test } from './support/test.mjs';
import { tableOf } from './support/workbook.mjs';
import { words } from './support/words.mjs';

const ANSWERS = '864 of 2,335';

test('what is pasted from a spreadsheet is a file, wherever on the page', async ({ calculator, page }, info) => {
  const rows = tableOf(samples.answers[0]);
  await page.locator('body').click({ position: { x: 2, y: 2 } });
  await paste(page, { 'text/plain': tabbed(rows) });
  await calculator.done();
  await expect(calculator.file('Pasted 1')).toHaveCount(1);
  await expect(calculator.results).toContainText(ANSWERS);
  const [same] = await saved(info, { 'Pasted 1': tabbed(rows) });
  expect(await calculator.download('download-json')).toBe(printed('json', same).toString());
  await paste(page, { 'text/plain': 'Authority\tYear\tUASC\tUASC missing\nKent\t2019\t100\t10\n' });
  await calculator.done();
  await expect(calculator.file('Pasted 2')).toHaveCount(1);
});

test('a table of a web page is pasted with its merged cells', async ({ calculator, page }) => {
  const markup = `<meta charset="utf-8"><table><tr><th>Authority<th>Year<th>Unaccompanied children<th>Unaccompanied children missing</tr>
    <tr><td>Kent<td rowspan=2>2024<td>60<td>20<tr><td>Ynys M&ocirc;n<td>40<td>5</table><img src="https://example.org/x.png"><script>globalThis.ran = true</script>`;
  await paste(page, { 'text/html': markup, 'text/plain': 'Authority\tYear\tA\tB\nKent\t2024\t60\t20\nYnys Môn\t40\t5' });
  await calculator.done();
  await expect(calculator.file('Pasted 1')).toHaveCount(1);
  await expect(calculator.results).toContainText('25 of 100');
  expect(await page.evaluate(() => globalThis.ran)).toBeUndefined();
});

test('the field for pasting is reached by the keyboard, and says where there is no table', async ({ calculator, page }) => {
  const field = page.getByLabel(words('paste-label'));
  for (let presses = 0; presses < 20 && !(await field.evaluate((element) => element === document.activeElement)); presses += 1) {
    await page.keyboard.press('Tab');
  }
  await expect(field).toBeFocused();
  await paste(page, { 'text/plain': 'Kent' });
  await expect(page.getByText(words('paste-none'))).toBeVisible();
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id }) => id)).toEqual([]);
  // Nothing was read, so the network is as it was.
  await expect(page.getByText(words('network-open'))).toBeVisible();
  // The keys of a person, and the clipboard of the browser.
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.evaluate((text) => navigator.clipboard.writeText(text), tabbed(tableOf(samples.answers[0])));
  await field.focus();
  await page.keyboard.press('Control+V');
  await calculator.done();
  await expect(calculator.results).toContainText(ANSWERS);
  const details = calculator.files.locator('.paste__more');
  await details.locator('summary').focus();
  await page.keyboard.press('Enter');
  await expect(page.getByLabel(words('paste-label'))).toBeVisible();
  expect((await new AxeBuilder({ page }).analyze()).violations.map(({ id }) => id)).toEqual([]);
});

test('text fields take what is pasted as they always do', async ({ calculator, page }) => {
  await page.goto(`${page.url()}#quick`);
  await page.getByLabel(words('quick-children')).first().focus();
  await paste(page, { 'text/plain': 'a\tb\nc\td\n' });
  await page.goto(`${page.url().split('#')[0]}#`);
  await expect(calculator.chooseButton()).toBeVisible();
  await expect(page.getByText('Pasted 1')).toHaveCount(0);
});

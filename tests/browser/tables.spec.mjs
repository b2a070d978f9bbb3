// Large tables: the worker arranges the rows, and the page stays quick.

import { readFile } from 'node:fs/promises';
import { ROWS, manyWordings, seenWhile, watch } from './support/large-table.mjs';
import { expect, samples, test } from './support/test.mjs';
import { words } from './support/words.mjs';

test('ten thousand rows are there, sorted and looked through, and nothing on the page moves', async ({ calculator, page }) => {
  await calculator.chooseText('wordings.csv', manyWordings());
  await calculator.done();
  const table = page.getByRole('region', { name: words('answers-wordings-caption') });
  const data = page.locator('.data').filter({ has: table });
  const status = data.getByRole('status').first();
  const rows = table.getByRole('rowheader');
  await page.evaluate(watch);

  const shown = await seenWhile(page, async () => {
    await calculator.part('part-answers');
    await expect(rows).toHaveCount(100);
  });
  await expect(status).toContainText('Rows 1 to 100 of 10,0');
  const sort = table.getByRole('button', { name: words('answers-wording'), exact: true });
  const sorted = await seenWhile(page, async () => {
    await sort.click();
    await expect(sort.locator('..')).toHaveAttribute('aria-sort', 'ascending');
    await expect(rows.first()).toContainText('about 00000 perhaps');
  });
  const backwards = await seenWhile(page, async () => {
    await sort.click();
    await expect(sort.locator('..')).toHaveAttribute('aria-sort', 'descending');
    await expect(rows.first()).toContainText('about 09999 perhaps');
  });
  await expect(sort).toBeFocused();
  const next = data.getByRole('button', { name: 'Next 100 rows' });
  const later = await seenWhile(page, async () => {
    await next.click();
    await expect(rows.first()).toContainText('about 09899 perhaps');
  });
  await expect(status).toContainText('Rows 101 to 200 of 10,0');
  await expect(next).toBeFocused();
  const found = await seenWhile(page, async () => {
    await data.getByLabel(words('block-filter')).pressSequentially('00042');
    await expect(rows).toHaveCount(1);
  });
  await expect(status).toContainText('1 row of 10,0');
  // How long it takes is measured by `cargo xtask bench`: on a shared machine the clock proves nothing.
  for (const [what, { shift }] of Object.entries({ shown, sorted, backwards, later, found })) {
    expect(shift, `${what}: how much the page moved`).toBe(0);
  }
  // The file holds every row.
  const download = page.waitForEvent('download');
  await data.getByRole('button', { name: words('block-csv') }).click();
  const text = await readFile(await (await download).path(), 'utf8');
  expect(text.match(/about \d{5} perhaps/g)?.length).toBeGreaterThanOrEqual(ROWS);
});

/** Presses a button by keyboard that copies. */
async function copyTo(page, button) {
  await page.evaluate(() => {
    // After the page has filled it.
    window.addEventListener('copy', (event) => {
      globalThis.copied = { plain: event.clipboardData.getData('text/plain'), markup: event.clipboardData.getData('text/html') };
    });
  });
  await button.press('Enter');
}

const pasted = (page) => page.evaluate(() => globalThis.copied);

test('rows are found by their region, copied whole, and stay arranged', async ({ calculator, page }) => {
  await calculator.choose(...samples.published);
  await calculator.done();
  await calculator.part('part-compare');
  const table = page.locator('#table-areas');
  const data = page.locator('.data').filter({ has: table });
  const rows = table.getByRole('rowheader');
  await expect(rows).toHaveCount(100);
  // All rows are copied, those too that are not on the page, as words and as a table.
  await copyTo(page, data.getByRole('button', { name: words('block-copy-table') }));
  await expect(data.getByText(words('block-copied'))).toBeVisible();
  const all = await pasted(page);
  const count = Number(/of (\d+)/.exec(await data.getByRole('status').first().textContent())[1]);
  expect(count).toBeGreaterThan(100);
  expect(all.plain.trim().split('\n')).toHaveLength(count + 1);
  expect(all.plain).toMatch(/^Area\tNation and region\tShare\t/);
  expect(all.markup.match(/<tr/g)).toHaveLength(count + 1);
  expect(all.plain).toContain('\nYork\t');
  const find = data.getByLabel(words('block-filter'));
  await find.fill('south east');
  await expect(table.getByRole('row', { name: /Kent/ })).toBeVisible();
  await expect(table.getByRole('row', { name: /Hartlepool/ })).toHaveCount(0);
  await expect(data.getByRole('button', { name: words('block-copy-table') })).toBeVisible();
  // It is still so after the part has come anew, and after another was open.
  await page.getByLabel(words('compare-authority'), { exact: true }).selectOption({ label: 'Kent' });
  await expect(page.getByRole('heading', { name: 'Kent beside others' })).toBeVisible();
  await expect(find).toHaveValue('south east');
  await expect(table.getByRole('row', { name: /Hartlepool/ })).toHaveCount(0);
  await calculator.part('part-method');
  await calculator.part('part-compare');
  await expect(find).toHaveValue('south east');
  await expect(table.getByRole('row', { name: /Hartlepool/ })).toHaveCount(0);
});

// An analyst's year: each month the return has grown and mistakes were mended, the settings and the last work list are chosen
// with it, and in the end the sheet is signed. By keyboard alone.

import { expect, test } from './support/test.mjs';
import { pick } from './support/lists.mjs';
import { said, words } from './support/words.mjs';
import { CHILDREN_IN_ALL, MONTHS, filesOf, missingOf, wrongOf } from './support/year.mjs';

/** Presses Tab until the element has the focus. */
async function tabTo(page, wanted) {
  await expect(wanted).toBeVisible();
  for (let presses = 0; presses < 160; presses += 1) {
    if (await wanted.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab does not lead to ${wanted}`);
}

async function press(page, wanted, key = 'Enter') {
  await tabTo(page, wanted);
  await page.keyboard.press(key);
}

/** Keeps a file by keyboard. */
async function keep(page, button) {
  const waiting = page.waitForEvent('download');
  await press(page, page.getByRole('button', { name: words(button) }));
  const parts = [];
  const download = await waiting;
  for await (const chunk of await download.createReadStream()) parts.push(chunk);
  return { name: download.suggestedFilename(), mimeType: '', buffer: Buffer.concat(parts) };
}

/** The row by its child and its start: what a person mends stays the same row. */
const known = (row) => row.split(',').slice(0, 4).join();

test('from April to March, by keyboard alone', async ({ calculator, page, site }) => {
  test.setTimeout(900_000);
  const { results } = calculator;
  const open = async (part) => {
    const links = page.getByRole('navigation', { name: words('parts-label') });
    await press(page, links.getByRole('link', { name: words(part), exact: true }));
    await expect(results.getByRole('heading', { level: 3, name: words(part), exact: true })).toBeFocused();
    await expect(page.getByText(words('part-loading'), { exact: true })).toHaveCount(0);
  };
  let kept = [];
  for (const month of MONTHS.keys()) {
    if (month > 0) await calculator.open(site.url);
    await tabTo(page, calculator.chooseButton());
    const chooser = page.waitForEvent('filechooser');
    await page.keyboard.press('Enter');
    await (await chooser).setFiles([...filesOf(month), ...kept]);
    await calculator.done();
    if (month === 0) {
      // Whose return it is, is said once.
      await tabTo(page, page.getByLabel(words('standing-pick')));
      await pick(page, page.getByLabel(words('standing-pick')), 'Barnsley');
      await calculator.done();
    }
    await expect(page.getByLabel(words('standing-pick')).locator('option:checked')).toHaveText('Barnsley');
    const figures = said('own-of', { missing: missingOf(month), children: CHILDREN_IN_ALL }, { within: true });
    await expect(results, `month ${month}`).toContainText(figures);
    const settings = await keep(page, 'settings-keep');

    await open('part-quality');
    const wrong = wrongOf(month).map(known);
    if (month > 0) {
      const before = wrongOf(month - 1).map(known);
      const values = {
        fixed: before.filter((row) => !wrong.includes(row)).length,
        left: before.filter((row) => wrong.includes(row)).length,
        new: wrong.filter((row) => !before.includes(row)).length,
      };
      const lead = await results.getByText(said('since-lead')).innerText();
      expect(lead.match(/\d+/g).slice(0, 3).map(Number), `month ${month}`).toEqual([values.fixed, values.left, values.new]);
    }
    // No list without a finding: then the last one stays the last one.
    if (wrong.length > 0) {
      await expect(calculator.rule('567').getByRole('cell').nth(1)).toHaveText(String(wrong.length));
      kept = [settings, await keep(page, 'quality-work-list')];
    }
  }

  // Nothing is left to mend in March, and the sheet is printed.
  await expect(calculator.rule('567')).toHaveCount(0);
  await page.evaluate(() => (window.print = () => (document.title = 'printed')));
  await open('part-summary');
  await press(page, page.getByRole('link', { name: words('sign-off-link') }));
  await expect(results.getByRole('heading', { level: 3, name: words('part-sign-off'), exact: true })).toBeFocused();
  await expect(results).toContainText(said('sign-off-lead', { whose: 'Barnsley' }, { within: true }));
  await press(page, results.getByRole('button', { name: words('sign-off-print') }));
  expect(await page.title()).toBe('printed');
  const sheet = await page.pdf({ format: 'A4', preferCSSPageSize: true });
  expect(sheet.toString('latin1').match(/\/Type \/Page\b/g)).toHaveLength(1);
});

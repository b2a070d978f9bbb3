// An earlier version of a table of answers, or of DfE's figures, beside a later one.

import { readFile } from 'node:fs/promises';

import AxeBuilder from '@axe-core/playwright';

import { expect, test } from './support/test.mjs';
import { said, words } from './support/words.mjs';

const HEAD = 'Authority,Year,UASC,UASC missing\n';
const MAY = `${HEAD}Kent,2024,100,10\nHull,2024,60,<5\nYork,2024,40,Refused s.12\nDerby,2024,30,3\n`;
const JUNE = `${HEAD}Kent,2024,100,10\nHull,2024,60,4\nYork,2024,40,5\nLuton,2024,50,1-5\n`;

test('what changed since an earlier version is shown authority by authority, and the earlier one counts in nothing', async ({ calculator, page }) => {
  await calculator.chooseText('may.csv', MAY);
  await calculator.chooseText('june.csv', JUNE);
  await calculator.done();
  const { results } = calculator;
  await calculator.part('part-answers');
  const pick = page.getByLabel(words('versions-pick'), { exact: true });
  await expect(pick.locator('option')).toHaveText([words('versions-none'), 'june.csv', 'may.csv']);
  await expect(results.getByRole('heading', { name: words('answers-conflicts-heading') })).toBeVisible();
  await pick.focus();
  await pick.selectOption('may.csv');
  await expect(results).toContainText('Compared with may.csv: 2 authorities answered since, 1 changed its answer, and 1 is no longer there.');
  await expect(pick).toBeFocused();
  // Two versions do not contradict each other.
  await expect(results.getByRole('heading', { name: words('answers-conflicts-heading') })).toHaveCount(0);
  const table = page.getByRole('table').filter({ hasText: said('versions-caption', { earlier: 'may.csv', later: 'june.csv' }, { within: true }) });
  const row = (name, figure) => table.getByRole('row').filter({ hasText: name }).filter({ hasText: figure });
  await expect(row('York', 'went missing')).toContainText(/Refused \(s\.12\).*5.*Answered since/);
  await expect(row('Luton', 'went missing')).toContainText(/No answer.*1 to 5.*Answered since/);
  await expect(row('Derby', 'number in care')).toContainText(/30.*No answer.*No longer there/);
  await expect(table).not.toContainText('Kent');
  expect((await new AxeBuilder({ page }).include('#main-content').analyze()).violations).toEqual([]);
  const download = page.waitForEvent('download');
  await results.getByRole('button', { name: words('block-csv') }).filter({ hasText: 'What changed, answer by answer' }).click();
  expect(await readFile(await (await download).path(), 'utf8')).toContain('Refused (s.12)');
  await calculator.part('part-summary');
  await expect(results).toContainText('19 of 200');
  // Never in what is safe to publish.
  await page.getByLabel(words('publish-for')).selectOption(words('publish-safe'));
  await expect(results).toContainText(words('publish-why'));
  await expect(results).not.toContainText('Compared with may.csv');
});

test('a release of DfE is compared with the figures that the calculator has', async ({ calculator, page }) => {
  const text = await readFile('static/samples/published-2024.csv', 'utf8');
  await calculator.chooseText('published-2024.csv', text.replace(/^(2024,.*Kent,E10000016,Children who had a missing incident during the year),\d+$/m, '$1,470'));
  await calculator.done();
  await calculator.part('part-compare');
  await expect(page.getByRole('heading', { name: words('versions-heading-published') })).toBeVisible();
  await expect(calculator.results).toContainText(`Compared with ${words('versions-held')}: 1 authority has another figure`);
  await expect(page.getByRole('table').filter({ hasText: 'What changed, answer by answer' })).toContainText(/Kent.*471.*470.*Changed/);
});

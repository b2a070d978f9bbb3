// What changed since the last check: the work list of last time beside this month's files, as CSV and as a workbook.

import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { expect, samples, test } from './support/test.mjs';
import { said, words } from './support/words.mjs';

const file = (path, change = (text) => text) => ({
  name: basename(path),
  mimeType: 'text/csv',
  buffer: Buffer.from(change(readFileSync(path, 'utf8'))),
});

/** Each number before a word of the sentence. */
const counts = (text) => text.match(/\d+/g).slice(0, 3).map(Number);

test('the last work list says what is fixed, left and new', async ({ calculator, page }) => {
  await calculator.workbooksCanBeWritten();
  await calculator.choose(...samples.return);
  await calculator.done();
  await calculator.part('part-quality');
  const list = await calculator.downloadFile('quality-work-list');
  const rows = list.bytes.toString('utf8').trim().split('\r\n').length - 1;
  const book = await calculator.downloadFile('quality-work-list-xlsx');
  await calculator.clear();
  // The ends that are before their start are mended, and another child gets one.
  const mended = samples.return.map((path) =>
    file(path, (text) => (path.endsWith('missing.csv') ? text.replace(/^(.*,M,)(\d\d\/\d\d\/\d{4}),(\d\d\/\d\d\/\d{4})$/m, '$1$2,01/04/2020') : text)),
  );
  for (const { name, bytes } of [list, book]) {
    await calculator.choose(...mended, { name, mimeType: 'application/octet-stream', buffer: bytes });
    await calculator.done();
    await page.getByRole('link', { name: words('part-quality'), exact: true }).click();
    const { results } = calculator;
    await expect(results.getByRole('heading', { name: words('since-heading') })).toBeVisible();
    const lead = results.getByText(said('since-lead'));
    const [fixed, left, fresh] = counts(await lead.innerText());
    expect(fixed + left).toBe(rows);
    expect(fresh).toBeGreaterThan(0);
    await results.getByText(said('since-new', { rows: fresh })).click();
    const table = results.getByRole('region', { name: words('since-new-caption') });
    await expect(table.getByRole('rowheader')).toHaveCount(fresh);
    await expect(calculator.files.getByText(words('problem-unknown-columns'))).toHaveCount(0);
    await page.getByLabel(words('publish-for')).selectOption(words('publish-safe'));
    await expect(results).not.toContainText(words('since-heading'));
    await page.getByLabel(words('publish-for')).selectOption(words('publish-exact'));
    await calculator.clear();
  }
});

test('findings are listed one by one by rule, severity, team and child', async ({ calculator, page }) => {
  const children = Array.from({ length: 24 }, (_, at) => `Q${at + 10}`);
  const rows = (head, row) => [head, ...children.map(row)].join('\n');
  await calculator.chooseText('episodes.csv', rows('CHILD,DECOM,RNE,LS,PLACE,DEC', (child) => `${child},01/05/2024,S,C2,U1,`));
  await calculator.chooseText('missing.csv', rows('CHILD,DOB,MISSING,MIS_START,MIS_END', (child) => `${child},05/06/2010,M,09/06/2024,02/06/2024`));
  await calculator.chooseText('teams.csv', rows('CHILD,TEAM', (child, at) => `${child},${at % 3 ? 'North' : 'South'}`));
  await calculator.done();
  await calculator.part('part-quality');
  const { results } = calculator;
  await results.getByRole('button', { name: words('only-show') }).click();
  const table = results.getByRole('region', { name: said('only-caption') });
  const heads = table.getByRole('rowheader');
  await expect(heads).toHaveCount(24);
  await page.getByLabel(words('only-team')).selectOption('South');
  await expect(heads).toHaveCount(8);
  await page.getByLabel(words('only-team')).selectOption(words('only-any-team'));
  await page.getByLabel(words('only-severity')).selectOption(words('quality-severity-note'));
  await expect(heads).toHaveCount(0);
  await page.getByLabel(words('only-severity')).selectOption(words('quality-severity-error'));
  await expect(heads).toHaveCount(24);
  await page.getByLabel(words('only-rule'), { exact: true }).selectOption({ index: 1 });
  await expect(heads).toHaveCount(24);
  const child = page.getByLabel(words('only-child'), { exact: true });
  await child.fill('q1');
  await child.press('Enter');
  await expect(heads).toHaveCount(10);
  await child.fill('q17');
  await child.press('Enter');
  await expect(heads).toHaveCount(1);
  // The table, too, says which cells are at fault; a copy of it does not.
  await expect(table.locator('.fault')).toHaveText([/MIS_START 09\/06\/2024$/, /MIS_END 02\/06\/2024$/]);
  await table.getByRole('button', { name: new RegExp(`^${words('children-show')}`) }).click();
  await expect(results.getByRole('heading', { name: said('children-record', { child: 'Q17' }) })).toBeVisible();
});

// The figures, as a person reads them on the page.

import { existsSync, readFileSync } from 'node:fs';
import { expect, samples, test } from './support/test.mjs';
import { words } from './support/words.mjs';

const SHARED = '../shared/data';

test('the answers of authorities give 37% and 13%, and say why not what a plain division gives', async ({ calculator, page }) => {
  await calculator.sample('sample-answers');
  await calculator.done();
  const { results } = calculator;
  for (const text of [
    '37.0%',
    '864 of 2,335 children, in the 135 authorities that gave both figures · 95% interval 35.1% to 39.0%',
    'Of the 2,638 children counted exactly, between 32.8% and 44.2% went missing',
    'also where the number of children is a range: between 31.9% and 42.3%, in 180 authorities.',
    '12.5%',
    '1,501 of 11,999 children, in the 141 authorities that gave both figures',
    '4.0 incidents for each child who went missing',
  ]) {
    await expect(results).toContainText(text);
  }
  await results.getByText('Why not 33%?').click();
  await expect(results).toContainText('All missing children divided by all children is 32.8%: 864 of 2,638.');
  await expect(results).toContainText('But 303 of these children were in 17 authorities that did not say exactly');
  await results.getByText('Why not 12%?').click();
  await expect(results).toContainText('is 12.0%: 1,501 of 12,530.');
  await results.getByText(words('who-answered'), { exact: true }).first().click();
  await expect(results).toContainText(words('who-both'));
  // One authority, found by its name.
  await calculator.part('part-compare');
  await page.getByLabel(words('block-filter')).first().fill('hartle');
  await expect(results.getByRole('row', { name: /Hartlepool/ }).first()).toContainText('57.7%');
});

test('a return gives what DfE will print, for the year of the files and for any other days', async ({ calculator, page }) => {
  await calculator.sample('sample-return');
  await calculator.done();
  const { results } = calculator;
  await expect(results).toContainText('18 of 204 children went missing at least once');
  await expect(results).toContainText('year ending 31 March 2025');
  await results.getByText(words('period-change'), { exact: true }).click();
  const fill = async (group, values) => {
    const fields = page.getByRole('group', { name: words(group) });
    for (const [label, value] of Object.entries(values)) {
      await fields.getByLabel(words(label), { exact: true }).fill(value);
    }
  };
  await fill('period-first-day', { 'period-day': '1', 'period-month': '4', 'period-year': '2024' });
  await fill('period-last-day', { 'period-day': '30', 'period-month': '9', 'period-year': '2024' });
  await page.getByRole('button', { name: words('period-calculate') }).click();
  await expect(results).toContainText('ear ending 31 March 2025, up to 30 September 2024');
  await expect(results).toContainText(words('period-asked'));
});

test('published figures are pooled from authorities, for each year', async ({ calculator, page }) => {
  await calculator.sample('sample-published');
  await calculator.done();
  await expect(calculator.results).toContainText('13,000 of 116,030 children, in the 149 authorities');
  await page.getByLabel(words('period-label')).selectOption({ label: 'Year ending 31 March 2023' });
  await expect(calculator.results).toContainText('12,782 of 114,701 children, in the 149 authorities');
});

test('files may be dropped anywhere, and removed again', async ({ calculator, page }) => {
  const transfer = await page.evaluateHandle((text) => {
    const transfer = new DataTransfer();
    transfer.items.add(new File([text], 'answers-2024.csv', { type: 'text/csv' }));
    return transfer;
  }, readFileSync(samples.answers[0], 'utf8'));
  for (const event of ['dragenter', 'dragover', 'drop']) {
    await page.dispatchEvent('h1', event, { dataTransfer: transfer });
  }
  await calculator.done();
  await expect(calculator.results).toContainText('37.0%');
  await calculator.file('answers-2024.csv').getByRole('button', { name: words('remove') }).click();
  await expect(page.getByText('37.0%')).toHaveCount(0);
});

test('a file that is being read shows how far it is, and can be cancelled', async ({ calculator, page }, info) => {
  const { writeFileSync } = await import('node:fs');
  const path = info.outputPath('large.csv');
  const rows = Array.from({ length: 20_000 }, (_, child) => `${child},01/05/2020,S,C2,N1,U4,PR2,,,,AB1 2CD,EF3 4GH,\n`).join('');
  writeFileSync(path, `CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN\n${rows.repeat(250)}`);
  await calculator.choose(path);
  const file = calculator.file('large.csv');
  await expect(file.getByRole('progressbar')).toBeVisible();
  await file.getByRole('button', { name: words('cancel') }).click();
  await expect(file).toContainText(words('tag-cancelled'));
  await calculator.choose(...samples.answers);
  await calculator.done();
  await expect(calculator.results).toContainText('37.0%');
});

test('the synthetic return beside the project gives its figures, chosen one by one in any order', async ({ calculator }) => {
  test.skip(!existsSync(`${SHARED}/ssda903-synthetic/expected.json`), 'there is no ../shared/data');
  const { figures } = JSON.parse(readFileSync(`${SHARED}/ssda903-synthetic/expected.json`, 'utf8'));
  for (const module of ['missing', 'uasc', 'header', 'episodes']) {
    await calculator.choose(`${SHARED}/ssda903-synthetic/${module}.csv`);
  }
  await calculator.done();
  const number = (n) => n.toLocaleString('en-GB');
  for (const [missing, children] of [
    ['children_missing', 'children'],
    ['unaccompanied_missing', 'unaccompanied'],
  ]) {
    await expect(calculator.results).toContainText(`${number(figures[missing])} of ${number(figures[children])} children went missing`);
  }
  await expect(calculator.results).toContainText(number(figures.missing_incidents));
});

test('five years of published figures beside the project pool to what is known of them', async ({ calculator, page }) => {
  test.skip(!existsSync(`${SHARED}/dfe-missing-2020-2024.csv`), 'there is no ../shared/data');
  await calculator.choose(`${SHARED}/dfe-missing-2020-2024.csv`);
  await calculator.done();
  for (const [year, figure] of [
    [2020, '12,446 of 108,310 children, in the 147'],
    [2021, '10,882 of 107,773 children, in the 147'],
    [2022, '12,161 of 111,026 children, in the 148'],
    [2023, '12,782 of 114,701 children, in the 149'],
    [2024, '13,000 of 116,030 children, in the 149'],
  ]) {
    await page.getByLabel(words('period-label')).selectOption({ label: `Year ending 31 March ${year}` });
    await expect(calculator.results).toContainText(figure);
  }
});

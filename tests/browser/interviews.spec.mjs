// Return-home interviews and teams: two lists beside a return. None of it is in anything that is safe to publish.

import { readFileSync } from 'node:fs';
import { expect, samples, test } from './support/test.mjs';
import { said, words } from './support/words.mjs';

/** The rows of a CSV file without quotation marks, by the names of their columns. */
function rowsOf(path) {
  const [head, ...lines] = readFileSync(path, 'utf8').replace('\uFEFF', '').trim().split(/\r?\n/);
  const names = head.split(',');
  return lines.map((line) => Object.fromEntries(line.split(',').map((cell, at) => [names[at], cell])));
}

const missing = rowsOf(samples.return.find((path) => path.endsWith('missing.csv'))).filter((row) => row.MISSING === 'M');
const list = (head) =>
  [head, ...missing.filter((_, at) => at % 4).map((row, at) => `${row.CHILD},${row.MIS_START},${at % 3 ? 'Y,Y' : 'N,'},${at % 3 ? row.MIS_END : ''}`)].join('\n');
const teams = ['CHILD,TEAM', ...missing.map((row) => `${row.CHILD},${Number(row.CHILD) % 2 ? 'Quux A' : 'Quux B'}`)].join('\n');

test('a list of interviews and a list of teams give shares by team, for internal use only', async ({ calculator, page }) => {
  await calculator.choose(...samples.return);
  await calculator.done();
  await expect(page.getByRole('link', { name: words('part-interviews'), exact: true })).toHaveCount(0);
  await calculator.chooseText('rhi.csv', list('CHILD,MIS_START,OFFERED,ACCEPTED,DATE'));
  await calculator.chooseText('teams.csv', teams);
  await calculator.done();
  await calculator.part('part-interviews');
  const { results } = calculator;
  await expect(results).toContainText(words('interviews-held'));
  const held = results.getByRole('region', { name: said('interviews-by-held') });
  await expect(held.getByRole('rowheader')).toHaveText(['Quux A', 'Quux B', words('interviews-all')]);
  const numbers = async (row) => (await row.getByRole('cell').allInnerTexts()).slice(0, 4).map(Number);
  const rows = await held.getByRole('row').all();
  const [north, south, all] = await Promise.all(rows.slice(1).map(numbers));
  for (const at of all.keys()) expect(north[at] + south[at]).toBe(all[at]);
  expect(all[0]).toBe(all[1] + all[2] + all[3]);
  await expect(results).toContainText(words('interviews-days'));
  await page.getByLabel(words('publish-for')).selectOption(words('publish-safe'));
  await expect(page.getByRole('link', { name: words('part-interviews'), exact: true })).toHaveCount(0);
  await expect(results).not.toContainText('Quux');
});

test('with the days of offers, the share that was offered within 72 hours is by team too', async ({ calculator }) => {
  await calculator.choose(...samples.return);
  const rows = missing.map((row, at) => `${row.CHILD},${row.MIS_START},Y,N,${at % 2 ? row.MIS_END : ''},${row.MIS_END}`);
  await calculator.chooseText('rhi.csv', ['CHILD,MIS_START,OFFERED,ACCEPTED,DATE,Date offered', ...rows].join('\n'));
  await calculator.chooseText('teams.csv', teams);
  await calculator.done();
  await calculator.part('part-interviews');
  const offered = calculator.results.getByRole('region', { name: said('interviews-by-offered-in-time') });
  await expect(offered.getByRole('rowheader')).toHaveText(['Quux A', 'Quux B', words('interviews-all')]);
  await expect(calculator.results).toContainText(words('interviews-dates'));
  await expect(calculator.results.getByText(words('interviews-doubt-not-accepted')).first()).toBeAttached();
});

test('a heading that is nearly one of the list is asked about', async ({ calculator, page }) => {
  await calculator.choose(...samples.return);
  await calculator.chooseText('rhi.csv', list('CHILD,MIS_START,Interview offered,ACCEPTED,Date of interview'));
  await calculator.done();
  const file = calculator.file('rhi.csv');
  await expect(file).toContainText(said('problem-near-miss-one', { found: 'Interview offered', meant: 'OFFERED' }, { within: true }));
  await expect(page.getByRole('link', { name: words('part-interviews'), exact: true })).toHaveCount(0);
  await file.getByRole('button', { name: words('near-miss-accept') }).click();
  await calculator.done();
  await calculator.part('part-interviews');
  await expect(calculator.results).toContainText(words('interviews-no-teams'));
});

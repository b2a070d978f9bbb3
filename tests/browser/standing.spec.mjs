// An authority's own return: where it is among published figures, and the answer to a request, each by its controls.

import { readFileSync } from 'node:fs';
import { expect, samples, test } from './support/test.mjs';
import { said, words } from './support/words.mjs';

test('a return that is said to be an authority’s stands beside published figures', async ({ calculator, page }) => {
  await calculator.choose(...samples.return);
  await calculator.done();
  await calculator.part('part-compare');
  await expect(calculator.results.getByText(words('standing-lead-none'))).toBeVisible();
  await page.getByLabel(words('standing-pick')).selectOption('Kent');
  const lead = 'Kent: 18 of 204 children went missing, year ending 31 March 2025. DfE would print 9%.';
  await expect(calculator.results.getByText(lead)).toBeVisible();
  // The control is there still, and says what was chosen.
  await expect(page.getByLabel(words('standing-pick')).locator('option:checked')).toHaveText('Kent');
  const beside = calculator.results.getByRole('table', { name: /^Kent in the year ending 31 March 2025, beside its region/ });
  await expect(beside.getByRole('row')).toHaveCount(14);
  await expect(beside.getByRole('row').nth(1)).toContainText('8.8%');
  await expect(beside.getByRole('row', { name: /^England/ })).toContainText('13,010 of 116,420');
  await calculator.results.getByText(said('caveats-gathered')).first().click();
  await expect(calculator.results.getByText(words('caveat-recording'))).toBeVisible();
  await calculator.part('part-summary');
  const json = JSON.parse(await calculator.download('download-json'));
  expect(json.rates[0].area).toEqual({ level: 'return', code: 'E10000016', name: 'Kent' });
  expect(json.standing.positions[0]).toMatchObject({ lower: 0, higher: 10 });
});

test('a request is answered for a calendar year, exactly or safe to publish', async ({ calculator, page }) => {
  await calculator.choose(...samples.return);
  await calculator.chooseText('list.csv', 'CHILD,TRAFFICKED\nNOBODY,confirmed\n');
  await calculator.done();
  await calculator.part('part-foi');
  const unaccompanied = calculator.results.getByRole('row', { name: words('foi-unaccompanied') });
  await expect(unaccompanied).toContainText('27');
  await expect(calculator.results.getByText(words('foi-exact-note'))).toBeVisible();
  const reply = page.getByLabel(words('foi-text'));
  await expect(reply).toHaveValue(/\(b\) unaccompanied: missing 3; absent 0; either 3/);
  await page.getByLabel(words('publish-for')).focus();
  await page.keyboard.press('ArrowDown');
  // Of 204 children 4 were away: nothing is told of who they were.
  await expect(reply).toHaveValue(/\(b\) unaccompanied: missing c; absent x; either x/);
  // 29 in the year and 27 in this part of it would tell that two came later: one of the numbers is hidden.
  await expect(unaccompanied).not.toContainText('27');
  await page.getByLabel(words('publish-for')).selectOption(words('publish-safe-5'));
  // Rounded, they do not: 25 is 23 to 27 children, and 30 is 28 to 32.
  await expect(unaccompanied).toContainText('25');
  await page.getByLabel(words('foi-year')).selectOption('2025, in part');
  await expect(reply).toHaveValue(/^Looked-after children who went missing, 2025/);
  const csv = await calculator.download('foi-download-csv');
  expect(csv).toMatch(/^\uFEFFyear,period_start/);
  expect(csv).toContain('\r\n2025,2025-01-01,2025-03-31,no,');
  expect(csv).not.toContain('\r\n2024,');
  expect(await calculator.download('foi-download-text')).toBe(await reply.inputValue());
});

test('a newer release among the files is what a return is compared with', async ({ calculator, page }) => {
  const text = readFileSync(samples.published[0], 'utf8').replace(/^2024,/gm, '2025,').replace(/^2023,.*\n/gm, '');
  await calculator.choose(...samples.return);
  await calculator.done();
  await page.getByLabel(words('standing-pick')).selectOption('Kent');
  await calculator.part('part-compare');
  const { results } = calculator;
  const anotherYear = said('standing-another-year', {}, { within: true });
  await expect(results).toContainText(said('standing-another-year', { period: 'year ending 31 March 2024' }, { within: true }));
  await calculator.chooseText('release.csv', text);
  await calculator.done();
  // The return is still whose figures are first.
  await expect(results.getByText(/^Kent: 18 of 204 children went missing, year ending 31 March 2025/)).toBeVisible();
  await expect(results).not.toContainText(anotherYear);
  await expect(results).toContainText(said('standing-from-chosen', { years: '2025' }, { within: true }));
  await expect(results.getByText(said('standing-among-england', { authorities: '148' }, { within: true }))).toBeVisible();
});

test('last year’s own return is in the series, beside what is published of that year', async ({ calculator, page }) => {
  const children = Array.from({ length: 10 }, (_, at) => `C${at}`);
  const episodes = ['CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC']
    .concat(children.map((child) => `${child},01/05/2020,S,C2,N1,U1,PR1,,`))
    .join('\n');
  const missing = (year, count) =>
    ['CHILD,MISSING,MIS_START,MIS_END']
      .concat(children.slice(0, count).map((child) => `${child},M,20/03/${year},22/03/${year}`))
      .join('\n');
  const file = (name, text) => ({ name, mimeType: 'text/csv', buffer: Buffer.from(text) });
  await calculator.choose(
    ...[2024, 2025].flatMap((year) => [
      file(`episodes ${year}.csv`, episodes),
      file(`missing ${year}.csv`, missing(year, year - 2022)),
    ]),
  );
  await calculator.done();
  await calculator.part('part-compare');
  await page.getByLabel(words('standing-pick')).selectOption('Kent');
  const name = said('standing-series-chart', { name: 'Kent' }, { within: true });
  const chart = calculator.results.getByRole('figure').filter({ hasText: name });
  const table = calculator.results.getByRole('table', { name: /^Share that went missing, years ending 31 March: Kent, its/ });
  for (const [year, share] of [['2024', '20.0%'], ['2025', '30.0%']]) {
    const ours = said('standing-files-year', { year }, { within: true });
    await expect(chart).toContainText(ours);
    await expect(table.getByRole('row', { name: ours })).toContainText(share);
  }
  // What is published of the year has a row of its own.
  await expect(table.getByRole('row', { name: /^2024 / })).toHaveCount(1);
});

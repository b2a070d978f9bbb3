// Returns that do not cover all that is asked: what is not given is not zero, and the page says which file is needed.

import { MISSING, csv, endOf, made } from './support/made.mjs';
import { expect, test } from './support/test.mjs';
import { said, words } from './support/words.mjs';

test('a year without its Missing file has no share, and the page names the file', async ({ calculator, page }) => {
  const [lastEpisodes] = made(2024, endOf(2024));
  await calculator.choose(lastEpisodes, ...made(2025, endOf(2025)));
  await calculator.done();
  const { results } = calculator;
  await expect(results).toContainText('25 of 73 children went missing at least once');
  await expect(results).not.toContainText(/\b0 of \d+ children went missing/);
  const gap = 'it needs the Missing file for the year ending 31 March 2024';
  await expect(page.locator('.coverage')).toContainText(gap);
  await expect(page.locator('.coverage')).toContainText('! not chosen');
  // This year's Missing taken away: no share of this year either.
  await page.getByRole('button', { name: /Remove.*missing 2025/ }).click();
  await expect(results).toContainText('No share can be given');
  await expect(results).toContainText('it needs the Missing file for the year ending 31 March 2025');
  await expect(results).not.toContainText('DfE will print');
});

test('a return that stops on 30 September is of the days up to there', async ({ calculator, page }) => {
  await calculator.choose(...made(2025, new Date(Date.UTC(2024, 8, 30))));
  await calculator.done();
  const { results } = calculator;
  await expect(results).toContainText('year ending 31 March 2025, up to 30 September 2024');
  await expect(results).not.toContainText('DfE will print');
  await expect(results).not.toContainText('31 March 2025.');
  // The person knows that it is whole. What is to be known of the files is one line, which opens.
  await page.locator('.coverage summary').first().click();
  await page.getByRole('button', { name: 'It is complete to 31 March 2025' }).click();
  await expect(results).not.toContainText('up to 30 September 2024');
});

test('zeros before identifiers are asked about in one click', async ({ calculator, page }) => {
  const [episodes] = made(2025, endOf(2025));
  const padded = csv('missing 2025.csv', `${MISSING}02025-1,15/06/2010,M,06/04/2024,07/04/2024\n`);
  await calculator.choose(episodes, padded);
  await calculator.done();
  const { results } = calculator;
  await expect(results).toContainText('No share can be given');
  await page.getByRole('button', { name: 'They are the same children' }).click();
  await expect(results).toContainText('1 of 73 children went missing at least once');
});

test('long identifiers that all end in 0 are asked about in one click', async ({ calculator, page }) => {
  const [episodes, missing] = made(2025, endOf(2025));
  const long = (file) => csv(file.name, file.buffer.toString().replace(/^2025-(\d+),/gm, (_, id) => `2024${id.padStart(11, '0')}0,`));
  await calculator.choose(long(episodes), long(missing));
  await calculator.done();
  const { results } = calculator;
  await expect(results).not.toContainText(/\d+ of 73 children went missing/);
  await page.getByRole('button', { name: words('coverage-whole-say') }).click();
  await expect(results).toContainText(/\d+ of 73 children went missing at least once/);
  await page.getByRole('button', { name: words('coverage-whole-undo') }).click();
  await expect(results).not.toContainText(/\d+ of 73 children went missing/);
});

test('two Missing files of one year are a question, and each decision has its own figure', async ({ calculator, page }) => {
  const [episodes, missing] = made(2025, endOf(2025));
  const rows = missing.buffer.toString().trimEnd().split('\n');
  const part = (name, some) => csv(name, `${[rows[0], ...some].join('\n')}\n`);
  const [one, other] = [part('missing 2025 a.csv', rows.slice(1, 11)), part('missing 2025 b.csv', rows.slice(11))];
  await calculator.choose(episodes, one, other);
  await calculator.done();
  const { results } = calculator;
  const coverage = page.locator('.coverage');
  await expect(coverage).toContainText(said('same-module-question', {}, { within: true }));
  await expect(results).not.toContainText(/\d% of children/);
  await expect(results).not.toContainText('DfE will print');
  const decide = async (name) => {
    await coverage.getByRole('button', { name }).press('Enter');
    await calculator.done();
  };
  await decide(words('same-module-add'));
  await expect(results).toContainText(`${rows.length - 1} of 73 children went missing at least once`);
  await decide(words('same-module-undo'));
  await expect(coverage).toContainText(said('same-module-question', {}, { within: true }));
  await decide(said('same-module-only', { file: 'missing 2025 a.csv' }));
  await expect(results).toContainText('10 of 73 children went missing at least once');
  // The file that was decided for goes: nothing is taken from the other.
  await page.getByRole('button', { name: /Remove.*missing 2025 a/ }).click();
  await calculator.done();
  await expect(coverage).toContainText(said('same-module-not-there', {}, { within: true }));
  await expect(results).not.toContainText(/\d+ of 73 children went missing/);
});

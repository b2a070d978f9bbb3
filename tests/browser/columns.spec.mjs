// How columns are read: a tracker of three years without the form, and three columns that are not recognised in the form.

import { jump } from './support/lists.mjs';
import { expect, test } from './support/test.mjs';
import { said, words } from './support/words.mjs';

const QUESTIONS = [
  'Q1a. How many looked-after children were identified as trafficked?',
  '"Q1b. How many looked-after children were suspected of being trafficked, if not included in (a)?"',
  'Q1c. How many looked-after children were unaccompanied?',
  '"Q2a. Of those at Q1a and Q1b, how many went missing?"',
  '"Q2b. Of those at Q1c, how many went missing?"',
  '"Q3a. Of those at Q1a and Q1b, how many missing incidents were there?"',
  '"Q3b. Of those at Q1c, how many missing incidents were there?"',
  'Notes',
];
const YEARS = [2022, 2023, 2024];

/** Three years in one row, eight questions of each below, and an authority in each row. */
const TRACKER = [
  ['', ...YEARS.flatMap((year) => [year, ...QUESTIONS.slice(1).map(() => '')])].join(','),
  ['Authority', ...YEARS.flatMap(() => QUESTIONS)].join(','),
  ...['Kent', 'Surrey', 'Leeds'].map((name, n) =>
    [name, ...YEARS.flatMap((_, year) => [10 + n, 2, 100 + 10 * year, 6, 20 + year, 9, 50, ''])].join(','),
  ),
].join('\n');

const LETTERS = 'Letter to,Ans A,Ans B,Ans C\nKent,100,10,30\nSurrey,50,5,8\n';

/** By sex and by age: the rows of an authority are parts of its figures. */
const PARTS = `Authority,Year,Sex,Age,UASC,UASC missing
Kent,2024,M,15,40,4
Kent,2024,F,15,20,2
Kent,2024,M,16,30,3
Kent,2024,F,16,10,1
`;

const GIRLS = 'Girls only,,,\nAuthority,Year,UASC,UASC missing\nKent,2024,70,7\n';

for (const width of [1280, 375]) {
  test.describe(`at ${width} pixels`, () => {
    test.use({ viewport: { width, height: width === 375 ? 812 : 800 } });

    test('a tracker of three years and eight questions is read without the form', async ({ calculator, page }) => {
      await calculator.chooseText('tracker.csv', TRACKER);
      await calculator.done();
      // Unaccompanied children of 2024: 22 of 120 in each of three.
      await expect(calculator.results).toContainText(said('matched-of', { missing: 66, children: 360 }, { within: true }));
      // 10 + 2, 11 + 2 and 12 + 2 trafficked children, 6 of each missing.
      await expect(calculator.results).toContainText(said('matched-of', { missing: 18, children: 39 }, { within: true }));
      await calculator.part('part-answers');
      const part = calculator.results;
      await expect(part.getByRole('heading', { name: said('columns-heading') })).toHaveCount(0);
      await part.locator('summary').filter({ hasText: words('columns-read-heading') }).focus();
      await page.keyboard.press('Enter');
      const table = part.getByRole('table', { name: said('columns-read-caption', { file: 'tracker.csv' }) });
      await expect(table.getByRole('row')).toHaveCount(1 + 1 + 3 * 8);
    });

    test('three columns that nobody knows are settled in the form by keyboard', async ({ calculator, page }) => {
      await calculator.chooseText('letters.csv', LETTERS);
      await calculator.done();
      const link = calculator.file('letters.csv').getByRole('link', { name: words('columns-link') });
      await link.focus();
      await page.keyboard.press('Enter');
      const part = calculator.results;
      await expect(part.getByRole('heading', { name: said('columns-heading', { file: 'letters.csv' }) })).toBeVisible();
      const table = part.getByRole('table', { name: said('columns-table-caption', { file: 'letters.csv' }) });
      const unaccompanied = (measure) => `${words('cohort-unaccompanied')}: ${words(measure)}`;
      const is = (heading) => table.getByLabel(said('columns-pick', { heading }));
      const when = (heading) => table.getByLabel(said('columns-pick-period', { heading }));
      await jump(part.getByLabel(said('columns-kind', { file: 'letters.csv' })), words('kind-authority-answers'));
      await jump(is('Letter to'), words('columns-field-authority'));
      await jump(is('Ans A'), unaccompanied('answers-measure-children'));
      await jump(when('Ans A'), '2024');
      await jump(is('Ans B'), unaccompanied('answers-measure-children-missing'));
      await jump(when('Ans B'), '2024');
      await expect(when('Ans B'), 'the list that makes the file readable keeps the focus').toBeFocused();
      await jump(is('Ans C'), unaccompanied('answers-measure-missing-incidents'));
      await expect(is('Ans C')).toBeFocused();
      await jump(when('Ans C'), '2024');
      await expect(part.getByText(words('columns-are-read'))).toBeVisible();
      await expect(when('Ans C'), 'the list keeps the focus').toBeFocused();
      const mapping = await calculator.download('columns-keep');
      expect(JSON.parse(mapping).columns[1].period).toBe('2024-01-01/2024-12-31');
      await calculator.part('part-summary');
      await expect(calculator.results).toContainText('15 of 150');
    });

    test('rows that are parts, and a title that makes less of the figures, are one question each', async ({ calculator }) => {
      await calculator.chooseText('parts.csv', PARTS);
      await calculator.done();
      await calculator.part('part-answers');
      const part = calculator.results;
      await expect(part.getByText(words('columns-parts'))).toBeVisible();
      const table = part.getByRole('table', { name: said('columns-table-caption', { file: 'parts.csv' }) });
      const sex = table.getByLabel(said('columns-pick', { heading: 'Sex' }));
      await jump(sex, words('columns-field-add-up'));
      await expect(part.getByText(words('columns-are-read'))).toBeVisible();
      await expect(sex).toBeFocused();
      await expect(table.getByLabel(said('columns-pick', { heading: 'Age' })).locator('option:checked')).toHaveText(
        words('columns-field-add-up'),
      );
      await calculator.part('part-summary');
      await expect(calculator.results).toContainText('10 of 100');

      await calculator.clear();
      await calculator.chooseText('girls.csv', GIRLS);
      await calculator.done();
      await calculator.part('part-answers');
      await expect(part.getByText(said('columns-limits', { words: 'girls, only' }))).toBeVisible();
      await part.getByRole('button', { name: said('columns-read', { file: 'girls.csv' }) }).click();
      await expect(part.getByText(words('columns-are-read'))).toBeVisible();
      await calculator.part('part-summary');
      await expect(calculator.results).toContainText('7 of 70');
    });
  });
}

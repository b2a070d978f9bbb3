// An authority's own return, group by group and year by year: chosen, read, swapped.

import { expect, test } from './support/test.mjs';
import { said, words } from './support/words.mjs';

const csv = (name, text) => ({ name, mimeType: 'text/csv', buffer: Buffer.from(text) });

const EPISODES = 'CHILD,DECOM,RNE,LS,PLACE,PLACE_PROVIDER,DEC,REC\n';
const MISSING = 'CHILD,DOB,MISSING,MIS_START,MIS_END\n';

/** Forty children; ten of them moved on 1 June 2024, the day on which four of those went missing. */
function thisYear() {
  let [episodes, missing] = [EPISODES, MISSING];
  for (let child = 1; child <= 40; child += 1) {
    if (child <= 10) {
      episodes += `${child},01/05/2023,S,C2,U1,PR1,01/06/2024,X1\n${child},01/06/2024,P,C2,K2,PR4,,\n`;
    } else {
      // The last of them leaves in March: the return goes on to the end of its year.
      episodes += `${child},01/05/2024,S,V2,${child <= 25 ? 'U1' : 'K2'},PR1,${child === 40 ? '28/03/2025,E11' : ','}\n`;
    }
    if (child <= 4) missing += `${child},15/06/2010,M,01/06/2024,03/06/2024\n`;
    if (child > 30 && child <= 36) missing += `${child},15/06/2010,M,01/08/2024,\n`;
  }
  missing += '40,15/06/2010,A,26/03/2025,27/03/2025\n';
  return [csv('episodes-2025.csv', episodes), csv('missing-2025.csv', missing)];
}

/** Twenty children, five of them from the year before. One went missing, and one left in March. */
function lastYear() {
  let episodes = EPISODES;
  for (let child = 1; child <= 20; child += 1) episodes += `${child},01/05/${child <= 5 ? 2022 : 2023},S,C2,U1,PR1,${child === 20 ? '28/03/2024,E11' : ','}\n`;
  return [csv('episodes-2024.csv', episodes), csv('missing-2024.csv', `${MISSING}3,15/06/2010,M,01/07/2023,02/07/2023\n`)];
}

test('incidents are set out group by group, as chosen', async ({ calculator, page }) => {
  await calculator.choose(...thisYear());
  await calculator.done();
  await calculator.part('part-incidents');
  const { results } = calculator;
  await expect(results).toContainText(
    'In the year ending 31 March 2025, 10 of 40 looked-after children went missing at least once (25.0%): 10 incidents in all, 1.0 for each of them.',
  );
  const lengths = results.getByRole('table', { name: words('incidents-lengths-chart') });
  await expect(lengths.getByRole('row', { name: /^2 to 3 days/ })).toContainText('4');
  await expect(lengths.getByRole('row', { name: /^Open/ })).toContainText('6');
  await expect(results.getByRole('table', { name: words('incidents-months-chart') }).getByRole('row', { name: /August 2024/ })).toContainText('6');

  await page.getByLabel(words('incidents-by')).selectOption({ label: words('by-placement') });
  await expect(results).toContainText('All looked-after children: by placement, the share ranges from 16.0% (Foster placement (U1 to U6)) to 24.0% (Children’s home (K2)).');
  const table = results.getByRole('table', { name: said('incidents-table') });
  await expect(table.getByRole('row', { name: /Foster placement/ })).toContainText('254');
  // Six of 25: the four who moved that day went missing from the foster home.
  await expect(table.getByRole('row', { name: /Children’s home/ })).toContainText('256');

  await page.getByLabel(words('incidents-code')).selectOption({ label: words('code-away') });
  await expect(table.getByRole('row', { name: /Children’s home/ })).toContainText('251');
  await page.getByLabel(words('incidents-by')).selectOption({ label: words('by-none') });
  await expect(results).toContainText('1 of 40 looked-after children went away without authorisation at least once (2.5%)');
});

test('two returns are told apart, compared, and can be swapped', async ({ calculator, page }) => {
  await calculator.choose(...thisYear(), ...lastYear());
  await calculator.done();
  // Another file's problem may name it too.
  const year = (name) => calculator.files.getByLabel(`${words('file-year')} ${name}`);
  await expect(year('episodes-2025.csv')).toHaveValue('2025');
  await expect(year('missing-2025.csv')).toHaveValue('2025');
  await expect(year('episodes-2024.csv')).toHaveValue('2024');
  await expect(year('missing-2024.csv')).toHaveValue('2024');

  await calculator.part('part-change');
  const { results } = calculator;
  await expect(results).toContainText(
    'The share of all looked-after children who went missing rose by 20 percentage points, from 5% to 25%.',
  );
  const table = results.getByRole('table', { name: said('change-own-table') });
  await expect(table.getByRole('row', { name: new RegExp(words('measure-missing')) }).first()).toContainText('up 20.0 percentage points');
  await expect(table.getByRole('row', { name: words('count-children') })).toContainText('up 100.0%');

  // The person says otherwise: last year's files are taken for this year's too, and there is nothing to compare.
  await year('episodes-2024.csv').selectOption('2025');
  await calculator.done();
  await year('missing-2024.csv').selectOption('2025');
  await calculator.done();
  await expect(page.getByRole('link', { name: words('part-change'), exact: true })).toHaveCount(0);
  await year('episodes-2024.csv').selectOption({ label: words('file-year-dates') });
  await expect(year('episodes-2024.csv')).toHaveValue('2024');
});

test('days that no return covers are said beside the period', async ({ calculator, page }) => {
  await calculator.choose(...thisYear());
  await calculator.done();
  const { results } = calculator;
  await expect(results).not.toContainText('it needs the');
  await results.getByText(words('period-change'), { exact: true }).click();
  const fill = async (group, values) => {
    const fields = page.getByRole('group', { name: words(group) });
    for (const [label, value] of Object.entries(values)) {
      await fields.getByLabel(words(label), { exact: true }).fill(value);
    }
  };
  await fill('period-first-day', { 'period-day': '1', 'period-month': '1', 'period-year': '2024' });
  await fill('period-last-day', { 'period-day': '31', 'period-month': '12', 'period-year': '2024' });
  await page.getByRole('button', { name: words('period-calculate') }).click();
  await expect(results).toContainText(/it needs the Episodes file for the year ending 31 March 2024/);
});

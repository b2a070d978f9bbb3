// Answers of many authorities, compared, questioned and followed through the years: by keyboard, as the page is used
// without a mouse.

import { expect, samples, test } from './support/test.mjs';
import { said, words } from './support/words.mjs';

const HEADER = 'Authority,Year,Trafficked children,Trafficked children missing\n';

/** Moves the focus to a control and presses keys. */
async function press(control, ...keys) {
  await control.focus();
  for (const key of keys) await control.press(key);
}

test('authorities are compared with limits, by keyboard', async ({ calculator, page }) => {
  await calculator.choose(...samples.published);
  await calculator.done();
  await calculator.part('part-compare');
  const { results } = calculator;
  await expect(results).toContainText('Of 149 authorities, 67 are further from 11.2% than chance alone would explain.');
  await expect(results).toContainText('Allowing for how much authorities differ anyway, 19 do.');
  await expect(results).toContainText('Authorities differ 4.5 times as much as chance explains');
  // The chart says in words what it shows, and its marks are reached with the arrow keys.
  const limits = page.getByLabel(words('funnel-limits'), { exact: true });
  const chart = page.getByRole('figure').filter({ hasText: 'by number of children, with limits' });
  await expect(chart).toContainText('Each of 149 authorities by its number of children and its share, around 11.2%.');
  const far = async () => {
    // Without what can be copied: it says the same again.
    const text = await chart.evaluate((figure) => {
      const copy = figure.cloneNode(true);
      for (const details of copy.querySelectorAll('details')) details.remove();
      return copy.textContent;
    });
    const counts = text.matchAll(/Far (?:above|below): outside the 99\.8% limits: (\d+)/g);
    return [...counts].map(([, count]) => Number(count)).reduce((sum, count) => sum + count);
  };
  await expect.poll(far).toBe(7);
  await press(limits, 'ArrowDown');
  await expect.poll(far).toBe(32);
  const picture = chart.locator('.chart__picture');
  await press(picture, 'End');
  await expect(chart.locator('.chart__said')).toContainText('children.');
  const last = await chart.locator('.chart__said').textContent();
  await press(picture, 'ArrowLeft');
  await expect(chart.locator('.chart__said')).not.toHaveText(last);
  // The table can be looked through and sorted.
  const areas = page.locator('.data').filter({ has: page.locator('#table-areas') });
  await areas.getByLabel(words('block-filter')).fill('hartle');
  const row = areas.getByRole('row', { name: /Hartlepool/ });
  await expect(row).toContainText('%');
  await areas.getByLabel(words('block-filter')).fill('');
  const sort = page.locator('#areas-caption').locator('..').getByRole('button', { name: words('column-share'), exact: true });
  await press(sort, 'Enter');
  await expect(sort.locator('..')).toHaveAttribute('aria-sort', 'descending');
});

test('one authority stands beside its region, its nation and its neighbours', async ({ calculator, page }) => {
  await calculator.choose(...samples.published);
  await calculator.done();
  await calculator.part('part-compare');
  const { results } = calculator;
  await page.getByLabel(words('compare-authority'), { exact: true }).selectOption({ label: 'Kent' });
  await expect(results.getByRole('heading', { name: 'Kent beside others' })).toBeVisible();
  for (const name of [words('compare-neighbours'), 'Other authorities in South East', 'Other authorities in England']) {
    await expect(results.getByRole('row', { name })).toContainText('percentage point');
  }
  // A region's authorities, each with its interval, around the region's share.
  await page.getByLabel(words('compare-where'), { exact: true }).selectOption({ label: 'South East' });
  const dots = page.getByRole('figure').filter({ hasText: 'with 95% intervals' });
  await expect(dots).toContainText('Line: South East,');
  await expect(dots).toContainText('Surrey');
  await expect(dots).not.toContainText('Hartlepool');
});

test('how firm a share is can be asked', async ({ calculator, page }) => {
  await calculator.choose(...samples.answers);
  await calculator.done();
  const { results } = calculator;
  await page.getByLabel(words('compare-cohort'), { exact: true }).selectOption({ label: words('cohort-trafficked') });
  await expect(results).toContainText(
    '864 ÷ 2,638 = 32.8% includes 303 children of 17 authorities that did not say exactly how many went missing',
  );
  await expect(results.getByRole('row', { name: words('robustness-everything') })).toContainText('31.9%');
  const field = page.getByLabel(words('robustness-target'), { exact: true });
  await field.fill('40');
  await press(field, 'Enter');
  // 40% of 2,638 is 1,055.2: 192 more than 864.
  await expect(results).toContainText('For the share to reach 40%, 192 of the 303 children in the 17 authorities');
  await expect(results).toContainText('63.4%');
  await field.fill('forty');
  await press(field, 'Enter');
  await expect(page.getByRole('alert').filter({ hasText: words('robustness-target-error') })).toBeVisible();
  await expect(field).toHaveValue('forty');
  await field.fill('80');
  await press(field, 'Enter');
  await expect(results).toContainText('The share cannot be as high as 80%.');
  // Who gave what, by name.
  const opens = (text) => results.locator('summary').filter({ hasText: text });
  await press(opens(words('robustness-who')), 'Enter');
  await press(opens('135 gave both figures exactly'), 'Enter');
  await expect(results.getByRole('listitem').filter({ hasText: /^Hartlepool$/ })).toBeVisible();
});

test('two years are compared like with like, in a sentence that can be quoted', async ({ calculator, page }) => {
  const file = (year, rows) => calculator.chooseText(`${year}.csv`, HEADER + rows.map((r) => `${r[0]},${year},${r[1]},${r[2]}\n`).join(''));
  await file(2022, [['Kent', 500, 50], ['Hull', 460, 46]]);
  await file(2023, [['Kent', 500, 55], ['Hull', 460, 51], ['Leeds', 40, 'Not held']]);
  await file(2024, [['Kent', 700, 91], ['Hull', 531, 69], ['Derby', 100, 10]]);
  await calculator.done();
  await calculator.part('part-change');
  const { results } = calculator;
  // 106 of 960, and 160 of 1,231.
  await expect(results).toContainText(
    'Trafficked children: the share that went missing rose from 11% in the year 2023 to 13% in the year 2024, up 2 percentage points.',
  );
  await expect(results).toContainText('the 2 authorities that gave both figures in both periods');
  await expect(results).toContainText('960 to 1,231 is up 28.2% on 960.');
  await expect(results).toContainText('Until Harm Ends (2025)');
  // Any other two years.
  await press(page.getByLabel(words('change-from'), { exact: true }), 'Home');
  await expect(results).toContainText('in the year 2022 to 13');
  const chart = page.getByRole('figure').filter({ hasText: said('series-caption', {}, { within: true }) });
  await press(chart.locator('.chart__picture'), 'Home');
  await expect(chart.locator('.chart__said')).toContainText('Heading Back to Harm');
});

test('a bare year in DfE’s files can be said to be the calendar year', async ({ calculator, page }) => {
  await calculator.choose(...samples.published);
  await calculator.done();
  await calculator.part('part-compare');
  const areas = (period) => page.getByRole('table', { name: new RegExp(`^${words('cohort-all')}, ${period}: \\d+ areas$`) });
  await expect(areas('year ending 31 March 2024')).toBeVisible();
  await page.getByLabel(words('published-years')).selectOption({ label: words('published-years-calendar') });
  await expect(areas('2024')).toBeVisible();
  await page.getByLabel(words('published-years')).selectOption({ label: words('published-years-collection') });
  await expect(areas('year ending 31 March 2024')).toBeVisible();
});

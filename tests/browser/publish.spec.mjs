// Exact, or safe to publish: one switch for the page, every copy and every download.

import AxeBuilder from '@axe-core/playwright';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { PROGRAM } from './support/terminal.mjs';
import { expect, samples, test } from './support/test.mjs';
import { said, words } from './support/words.mjs';

const terminal = (...words) => execFileSync(PROGRAM, words, { encoding: 'utf8', maxBuffer: 1 << 28 });

/** Chooses for whom the figures are, by keyboard: each step down is one setting safer. */
async function makeSafe(page, calculator, steps = 1) {
  await page.getByLabel(words('publish-for')).focus();
  for (let step = 0; step < steps; step += 1) await page.keyboard.press('ArrowDown');
  await expect(calculator.results.getByText(words('publish-why'), { exact: true })).toBeVisible();
}

/** Every number from 1 to 5 that a report shows as a count, by where it is. */
function few(value, path = '') {
  const counts =
    /(^|\.)(numerator|denominator|exact|children|children_missing|incidents|more_than_once|at_end|not_found|count|carried_over|children_unmatched|rows\w*|trafficked|unaccompanied|either|(lengths|times|months)\.[^.]+)$/;
  if (typeof value === 'number') return value >= 1 && value <= 5 && counts.test(path) ? [`${path} is ${value}`] : [];
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([name, inner]) => few(inner, /^\d+$/.test(name) ? path : `${path}.${name}`));
}

for (const [name, files] of Object.entries(samples)) {
  test(`safe figures on the sample of ${name} are what the terminal prints, and none is few`, async ({ calculator, page }) => {
    await calculator.choose(...files);
    await calculator.done();
    expect(JSON.parse(await calculator.download('download-json')).disclosure).toBe('exact');
    await makeSafe(page, calculator);
    await calculator.done();
    for (const format of ['json', 'csv']) {
      expect(await calculator.download(`download-${format}`)).toBe(terminal('--safe', '--format', format, ...files));
    }
    const safe = JSON.parse(await calculator.download('download-json'));
    expect(safe.disclosure).toBe('safe');
    const { published, standing, ...own } = safe;
    // Files of answers have so many rows as there are answers.
    own.files = own.files.filter((file) => file.kind.startsWith('ssda903'));
    // Ends of ranges are what authorities said, and no counts.
    own.rates = own.rates.filter(({ basis }) => !basis.includes('ranges'));
    expect(few(own)).toEqual([]);
    for (const rows of ['findings', 'rules', 'sensitivity', 'wordings', 'names', 'conflicts', 'chase']) {
      expect(safe[rows], rows).toEqual([]);
    }
  });
}

test('what is about single rows is gone, and comes back with exact figures', async ({ calculator, page }) => {
  await calculator.choose(...samples.return);
  await calculator.done();
  const quality = calculator.results.getByRole('link', { name: words('part-quality') });
  await expect(quality).toBeVisible();
  await makeSafe(page, calculator);
  await expect(quality).toHaveCount(0);
  await expect(calculator.results.getByText(/figures? (is|are) hidden \(c\)/)).toBeVisible();
  await calculator.part('part-incidents');
  // Lines that would be about few children are counted together: of the 18 children 10 went missing once, the others more often.
  const times = calculator.results.getByRole('table', { name: words('incidents-times-chart') });
  await expect(times.getByRole('row')).toHaveText([/./, /^1\s*10\s*55\.6%$/, /^2 or more\s*8\s*44\.4%$/]);
  await calculator.part('part-summary');
  const kept = page.waitForEvent('download');
  await page.getByText(words('csv-files'), { exact: true }).click();
  await page.getByRole('button', { name: words('download-based-on') }).click();
  const csv = readFileSync(await (await kept).path(), 'utf8');
  // As one cell among others, with its commas.
  expect(csv).toContain(`"${words('publish-setting-safe')}"`);
  expect(csv).toContain(words('publish-why-one'));
  expect(csv).toContain(words('left-out-tables-of-cohorts'));
  await page.getByLabel(words('publish-for')).selectOption(words('publish-exact'));
  await expect(quality).toBeVisible();
});

test('a part about single rows, open or linked to, says why it is empty in a safe report', async ({ calculator, page }) => {
  await calculator.choose(...samples.answers);
  await calculator.done();
  const why = calculator.results.getByText(said('part-of-rows'));
  for (const part of ['part-quality', 'part-answers']) {
    await calculator.part(part);
    await expect(calculator.results.getByRole('heading', { name: words(part) })).toBeVisible();
    await expect(why).toHaveCount(0);
    await page.getByLabel(words('publish-for')).selectOption(words('publish-safe'));
    await expect(why).toBeVisible();
    await page.getByLabel(words('publish-for')).selectOption(words('publish-exact-answers'));
    await expect(why).toHaveCount(0);
  }
  await page.getByLabel(words('publish-for')).selectOption(words('publish-safe'));
  await calculator.part('part-method');
  await page.evaluate(() => (location.hash = '#quality'));
  await expect(why).toBeVisible();
});

test('numbers are rounded on request, and shares are those of rounded numbers', async ({ calculator, page }) => {
  await calculator.choose(...samples.answers);
  await calculator.done();
  await page.getByLabel(words('publish-for')).selectOption(words('publish-safe-10'));
  await expect(calculator.results.getByText(/^The numbers shown are rounded to 10/)).toBeVisible();
  const { rates, totals } = JSON.parse(await calculator.download('download-json'));
  expect(rates.length).toBeGreaterThan(100);
  for (const { numerator, denominator, value } of rates) {
    expect([numerator % 10, denominator % 10]).toEqual([0, 0]);
    if (value !== null) expect(value).toBeCloseTo(numerator / denominator, 12);
  }
  expect(totals.every(({ exact }) => exact === null || exact % 10 === 0)).toBe(true);
});

for (const [name, files] of Object.entries(samples)) {
  test(`axe finds nothing on any part of the safe sample of ${name}`, async ({ calculator, page }) => {
    test.setTimeout(120_000);
    await calculator.choose(...files);
    await calculator.done();
    await makeSafe(page, calculator, 2);
    const links = calculator.results.getByRole('navigation', { name: words('parts-label') }).getByRole('link');
    for (let at = 0; at < (await links.count()); at += 1) {
      await links.nth(at).click();
      await page.evaluate(() => document.querySelectorAll('details').forEach((details) => (details.open = true)));
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0].target}`), await links.nth(at).textContent()).toEqual([]);
    }
  });
}

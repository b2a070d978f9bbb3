// The pages beside the calculator, and frames in a page of somebody else, by axe-core's rules.

import { readFile } from 'node:fs/promises';
import AxeBuilder from '@axe-core/playwright';
import { expect, frameOf, samples, test } from './support/embed.mjs';

async function isAccessible(page, { without = [] } = {}) {
  const { violations } = await new AxeBuilder({ page }).disableRules(without).analyze();
  expect(violations.map(({ id, help, nodes }) => `${id}: ${help} (first ${nodes[0].target})`)).toEqual([]);
  const wider = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect(wider, 'the page scrolls sideways').toBeLessThanOrEqual(0);
}

test('the snippet maker is accessible in every mode', async ({ page, shared }) => {
  await page.goto(`${shared.url}embed.html`);
  for (const mode of ['calculator', 'quick', 'figures', 'council']) {
    await page.getByLabel('What it is for').selectOption(mode);
    await frameOf(page);
    // Each document has its own main part, and says so; the rule counts across frames.
    await isAccessible(page, { without: ['landmark-unique'] });
  }
});

test('the accessibility statement is accessible, and linked to from the foot of the page', async ({ page, shared }) => {
  await page.goto(shared.url);
  await page.getByRole('contentinfo').getByRole('link', { name: 'Accessibility' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Accessibility statement');
  await isAccessible(page);
});

for (const [accent, text] of [['blue', 'normal'], ['green', 'large'], ['plum', 'larger'], ['grey', 'normal']]) {
  test(`frames are accessible in ${accent}, with ${text} text`, async ({ page, hostPage }) => {
    const looks = `accent="${accent}" text="${text}"`;
    const host = await hostPage(
      `<missing-from-care mode="quick" ${looks}></missing-from-care>
       <missing-from-care mode="figures" figures="answers.csv" title="Figures of ours" ${looks}></missing-from-care>`,
      { 'answers.csv': await readFile(samples.answers[0], 'utf8') },
    );
    await page.goto(host.url);
    const quick = await frameOf(page, 0);
    await quick.getByRole('button', { name: 'Calculate' }).click();
    const figures = await frameOf(page, 1);
    await expect(figures.getByText('864 of 2,335').first()).toBeVisible();
    // Each document has its own main part, and says so; the rule counts across frames.
    await isAccessible(page, { without: ['landmark-unique'] });
  });
}

// Every state of the page, by axe-core's rules for WCAG 2.2 AA and good practice, and at the width of a phone.

import AxeBuilder from '@axe-core/playwright';
import { ANSWERS, EPISODES, MISSING } from './support/inputs.mjs';
import { nextRelease } from './support/release.mjs';
import { expect, kept, samples, test } from './support/test.mjs';
import { said, words } from './support/words.mjs';

/** Fails with what is wrong and where, and on a page that is wider than its window. */
async function isAccessible(page, { without = [] } = {}) {
  const { violations } = await new AxeBuilder({ page }).disableRules(without).analyze();
  const found = violations.map(({ id, help, nodes }) => `${id}: ${help} (${nodes.length} times, first ${nodes[0].target})`);
  expect(found).toEqual([]);
  const wider = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect(wider, 'the page scrolls sideways').toBeLessThanOrEqual(0);
}

async function openEverything(page) {
  await page.evaluate(() => document.querySelectorAll('details').forEach((details) => (details.open = true)));
}

const states = {
  'before anything is chosen': async () => {},
  'with the explanations open': async ({ page }) => openEverything(page),
  'with the answers of authorities': async ({ calculator }) => {
    await calculator.choose(...samples.answers);
    await calculator.done();
    await expect(calculator.results).toContainText('864');
  },
  'with the answers of authorities and everything open': async ({ calculator, page }) => {
    await calculator.choose(...samples.answers);
    await calculator.done();
    await openEverything(page);
  },
  'with a return': async ({ calculator, page }) => {
    await calculator.choose(...samples.return);
    await calculator.done();
    await openEverything(page);
  },
  'with published figures': async ({ calculator, page }) => {
    await calculator.choose(...samples.published);
    await calculator.done();
    await openEverything(page);
  },
  'with the method of a pooled share': async ({ calculator }) => {
    await calculator.choose(...samples.answers);
    await calculator.done();
    await calculator.part('part-method');
  },
  'with areas to compare': async ({ calculator }) => {
    await calculator.choose(...samples.published);
    await calculator.done();
    await calculator.part('part-compare');
  },
  'with a return beside published figures': async ({ calculator, page }) => {
    await calculator.choose(...samples.return);
    await calculator.done();
    await calculator.part('part-compare');
    await page.getByLabel(words('standing-pick')).selectOption('Bournemouth, Christchurch and Poole');
    await calculator.results.getByText(said('caveats-gathered')).first().click();
    await expect(calculator.results.getByText(words('caveat-recording'))).toBeVisible();
  },
  'with the answer to a request': async ({ calculator }) => {
    await calculator.choose(...samples.return);
    await calculator.done();
    await calculator.part('part-foi');
    await expect(calculator.results.getByText(words('foi-exact-note'))).toBeVisible();
  },
  'with the whole report on a return': async ({ calculator }) => {
    await calculator.choose(...samples.return);
    await calculator.done();
    await calculator.part('part-whole');
  },
  'with the whole report on answers': async ({ calculator }) => {
    await calculator.choose(...samples.answers);
    await calculator.done();
    await calculator.part('part-whole');
  },
  'with the whole report on paper': async ({ calculator, page }) => {
    await calculator.choose(...samples.answers);
    await calculator.done();
    await calculator.part('part-whole');
    // As wide as A4.
    await page.setViewportSize({ width: 794, height: 1123 });
    await page.emulateMedia({ media: 'print' });
  },
  'with a file that is not recognised': async ({ calculator, page }) => {
    await calculator.chooseText('strange.csv', 'Where,When,A,B\nKent,2024,100,20\n');
    await expect(calculator.file('strange.csv')).toContainText(words('problem-unknown-columns'));
    await openEverything(page);
  },
  'with a column that is nearly right': async ({ calculator }) => {
    await calculator.chooseText('missing.csv', MISSING.replace('MIS_START', 'MIS_STRT'));
    await expect(calculator.file('missing.csv')).toContainText(said('problem-near-miss', {}, { within: true }));
  },
  'with one file of two': async ({ calculator, page }) => {
    await calculator.chooseText('missing.csv', MISSING);
    await calculator.done();
    await openEverything(page);
  },
  'with rows that break rules': async ({ calculator, page }) => {
    await calculator.chooseText('episodes.csv', EPISODES);
    await calculator.chooseText('missing.csv', `${MISSING}2,M,31/02/2024,\n,,,\n3,M,01/06/2024,\n`);
    await calculator.done();
    await calculator.part('part-quality');
    await openEverything(page);
  },
  'with nothing but files of no use': async ({ calculator }) => {
    await calculator.chooseText('empty.csv', '');
    await expect(calculator.results).toContainText(words('results-none'));
  },
  'with names as long as names get': async ({ calculator, page }) => {
    const long = `${'bournemouth-christchurch-and-poole_'.repeat(5)}.csv`;
    await calculator.chooseText(long, ANSWERS.replace('Kent', 'Bournemouth, Christchurch and Poole'.replaceAll(',', '')));
    await calculator.done();
    await openEverything(page);
  },
  'with a newer version to load': async ({ calculator, page, site, info }) => {
    await kept(page);
    await nextRelease(info.outputPath('next'), 'next');
    site.folder = info.outputPath('next');
    await calculator.open(site.url);
    // A file that is chosen before would have the page give up what it does not need for it.
    await expect(page.getByText(words('release-ready'))).toBeVisible();
    await calculator.choose(...samples.answers);
    await calculator.done();
    await expect(page.getByText(words('release-ready'))).toBeVisible();
  },
  'after the calculator stopped': async ({ calculator, page }) => {
    await calculator.chooseText('answers.csv', ANSWERS);
    await calculator.done();
    await page.workers()[0].evaluate(() => void setTimeout(() => { throw new Error('out of memory'); }));
    await expect(page.getByText(words('engine-stopped-title'))).toBeVisible();
  },
};

for (const [state, reach] of Object.entries(states)) {
  test(`the page is accessible ${state}`, async ({ calculator, page, site }, info) => {
    await reach({ calculator, page, site, info });
    await isAccessible(page);
  });
}

test('the page is accessible in forced colours', async ({ calculator, page }) => {
  await page.emulateMedia({ forcedColors: 'active' });
  await calculator.choose(...samples.answers);
  await calculator.done();
  // The colours are the system's, not the page's.
  await isAccessible(page, { without: ['color-contrast'] });
});

test('the page is accessible at 400% zoom, which is 320 pixels wide', async ({ calculator, page }) => {
  await page.setViewportSize({ width: 320, height: 256 });
  await calculator.choose(...samples.return);
  await calculator.done();
  await openEverything(page);
  await isAccessible(page);
});

for (const [name, files] of Object.entries(samples)) {
  test(`no part of the sample of ${name} is wider than a phone`, async ({ calculator, page }) => {
    await calculator.choose(...files);
    await calculator.done();
    const links = calculator.results.getByRole('navigation', { name: words('parts-label') }).getByRole('link');
    for (let at = 0; at < (await links.count()); at += 1) {
      await links.nth(at).click();
      await expect(page.getByText(words('part-loading'), { exact: true })).toHaveCount(0);
      for (const width of [320, 375, 640]) {
        await page.setViewportSize({ width, height: 800 });
        const wider = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
        expect(wider, `${await links.nth(at).textContent()} at ${width}`).toBeLessThanOrEqual(0);
      }
    }
  });
}

/** What is seen of every kind: words, fields, tables, tags, charts, what a person has to look at. */
const DARK = [
  'before anything is chosen',
  'with the answers of authorities and everything open',
  'with a return',
  'with areas to compare',
  'with a return beside published figures',
  'with the whole report on a return',
  'with rows that break rules',
  'with a file that is not recognised',
  'with a column that is nearly right',
  'after the calculator stopped',
];

for (const state of DARK) {
  test(`the page is dark and accessible ${state}`, async ({ calculator, page, site }, info) => {
    await page.emulateMedia({ colorScheme: 'dark' });
    await states[state]({ calculator, page, site, info });
    await expect(page.locator('body')).toHaveCSS('background-color', 'rgb(22, 24, 26)');
    await isAccessible(page);
    // No picture is left as it is in the light.
    const light = await page.evaluate(() => {
      const shown = [...document.querySelectorAll('.chart svg, .bar')].filter((svg) => svg.getBoundingClientRect().width > 0);
      const white = shown.filter((svg) => getComputedStyle(svg).backgroundColor !== 'rgb(22, 24, 26)').length;
      const words = shown.flatMap((svg) => [...svg.querySelectorAll('text')]);
      return { white, words: words.filter((text) => getComputedStyle(text).fill === 'rgb(11, 12, 12)').length };
    });
    expect(light).toEqual({ white: 0, words: 0 });
  });
}

test('what was cleared is accessible', async ({ calculator, page }) => {
  await calculator.choose(...samples.answers);
  await calculator.done();
  await calculator.clear();
  await expect(page.getByRole('button', { name: words('bring-back') })).toBeVisible();
  await isAccessible(page);
});

// Nothing is cut off, and no table of six columns scrolls sideways: in every part, on a small laptop, on a larger one, and on
// paper.

import { expect, samples, test } from './support/test.mjs';
import { words } from './support/words.mjs';

/** What is wider than its room: frames of tables of at most six columns, words that are cut off, and the page itself. */
function tooWide() {
  const found = [];
  const root = document.documentElement;
  if (root.scrollWidth > root.clientWidth) found.push(`the page: ${root.scrollWidth} in ${root.clientWidth}`);
  for (const frame of document.querySelectorAll('.data__frame')) {
    const columns = Math.max(...[...frame.querySelectorAll('tr')].map((row) => row.cells.length));
    if (columns <= 6 && frame.scrollWidth > frame.clientWidth) {
      found.push(`${frame.id}, ${columns} columns: ${frame.scrollWidth} in ${frame.clientWidth}`);
    }
  }
  for (const element of document.querySelectorAll('main *, footer *')) {
    const { overflowX, textOverflow, clipPath, position } = getComputedStyle(element);
    // What only a screen reader reads has no room on purpose.
    const hidden = clipPath !== 'none' || (position === 'absolute' && element.clientWidth <= 1);
    const cuts = ['hidden', 'clip'].includes(overflowX) || textOverflow === 'ellipsis';
    if (!hidden && cuts && element.tagName !== 'svg' && element.scrollWidth > element.clientWidth + 1) {
      found.push(`${element.tagName} ${element.className}: ${element.textContent.slice(0, 60)}`);
    }
  }
  for (const words of document.querySelectorAll('.chart svg text')) {
    const [inside, outside] = [words, words.closest('svg')].map((element) => element.getBoundingClientRect());
    if (inside.left < outside.left - 1 || inside.right > outside.right + 1) found.push(`in a chart: ${words.textContent}`);
  }
  return found;
}

for (const [name, files] of Object.entries(samples)) {
  test(`nothing of the sample of ${name} is cut off or scrolls sideways`, async ({ calculator, page }) => {
    test.setTimeout(300_000);
    await calculator.choose(...files);
    await calculator.done();
    if (name === 'return') {
      await page.getByLabel(words('standing-pick')).selectOption('Bournemouth, Christchurch and Poole');
      await calculator.done();
    }
    const links = calculator.results.getByRole('navigation', { name: words('parts-label') }).getByRole('link');
    const problems = [];
    for (let at = 0; at < (await links.count()); at += 1) {
      await page.emulateMedia({ media: 'screen' });
      await page.setViewportSize({ width: 1280, height: 720 });
      await links.nth(at).click();
      const part = await links.nth(at).textContent();
      await expect(calculator.results.getByRole('heading', { level: 3, name: part, exact: true })).toBeVisible();
      await expect(page.getByText(words('part-loading'), { exact: true })).toHaveCount(0);
      await page.evaluate(() => document.querySelectorAll('details').forEach((details) => (details.open = true)));
      // A sheet of A4 is as wide as 700 points between its edges.
      for (const [width, media] of [[1280, 'screen'], [1366, 'screen'], [700, 'print']]) {
        await page.setViewportSize({ width, height: 720 });
        await page.emulateMedia({ media });
        await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
        const found = await page.evaluate(tooWide);
        problems.push(...found.map((what) => `${part}, ${media} at ${width}: ${what}`));
      }
    }
    expect(problems).toEqual([]);
  });
}

test('nothing of a council is cut off or scrolls sideways', async ({ page, site }) => {
  for (const code of ['E10000016', 'E06000058']) {
    await page.goto(`${site.url}#council=${code}`);
    await expect(page.getByRole('table').first()).toBeVisible();
    await page.evaluate(() => document.querySelectorAll('details').forEach((details) => (details.open = true)));
    for (const [width, media] of [[1280, 'screen'], [1366, 'screen'], [700, 'print']]) {
      await page.setViewportSize({ width, height: 720 });
      await page.emulateMedia({ media });
      await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
      expect(await page.evaluate(tooWide), `${code}, ${media} at ${width}`).toEqual([]);
    }
    await page.emulateMedia({ media: 'screen' });
  }
});

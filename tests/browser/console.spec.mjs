// Nothing that the page does is refused by its own policy, and no browser's console has anything to complain of.

import { readFile } from 'node:fs/promises';
import { Calculator, kept } from './support/calculator.mjs';
import { expect, MODES, ONE_FILE, samples, test } from './support/test.mjs';
import { words } from './support/words.mjs';

/** Chromium does not know this directive, which other browsers heed, and heeds no `integrity` where it only fetches ahead. It says so of both. */
const UNKNOWN = /webrtc|crbug\.com\/981419/;

/** What a file that is chosen early does not wait for: the page gives its fetch up, which is no fault. */
const GIVEN_UP = /\/assets\/books(_bg)?-\w+\.(js|wasm)$/;

for (const mode of MODES) {
  test.describe(mode, () => {
    test.use({ mode });

    test('the page’s own policy refuses none of its own files, and nothing is an error', async ({ page, site, mode }) => {
      const complaints = [];
      page.on('console', (message) => {
        if (['error', 'warning'].includes(message.type()) && !UNKNOWN.test(message.text())) complaints.push(message.text());
      });
      page.on('pageerror', (error) => complaints.push(String(error)));
      page.on('requestfailed', (request) => {
        const reason = request.failure()?.errorText;
        if (!(reason === 'net::ERR_ABORTED' && GIVEN_UP.test(request.url()))) complaints.push(`${request.url()} ${reason}`);
      });
      page.on('response', (response) => {
        if (response.status() >= 400) complaints.push(`${response.status()} ${response.url()}`);
      });
      await page.addInitScript(() => {
        document.addEventListener('securitypolicyviolation', ({ blockedURI, effectiveDirective }) =>
          console.error(`refused: ${blockedURI} by ${effectiveDirective}`));
      });
      const calculator = new Calculator(page);
      if (mode === 'later visit') {
        await calculator.open(site.url);
        await kept(page);
      }
      await calculator.open(mode === 'one file' ? ONE_FILE : site.url);
      await calculator.sample('sample-answers');
      await calculator.done();
      for (const part of ['part-compare', 'part-answers', 'part-quality', 'part-method', 'part-whole', 'part-summary']) {
        await calculator.part(part);
      }
      await calculator.download('download-json');
      await calculator.download('download-csv');
      await calculator.clear();
      await calculator.choose(...samples.return);
      await calculator.done();
      for (const part of ['part-incidents', 'part-foi', 'part-quality', 'part-summary']) await calculator.part(part);
      await page.getByLabel(words('publish-for')).selectOption(words('publish-safe'));
      await calculator.done();
      await calculator.clear();
      await page.waitForTimeout(2000);
      expect([...new Set(complaints)]).toEqual([]);
    });
  });
}

test('the list of the network is the one that the guide on privacy shows', async ({ page, site }) => {
  const guide = await readFile('docs/privacy.md', 'utf8');
  const shown = guide.split('## What the network list looks like')[1].split('On a later visit')[0];
  // In the first column of the table, with `…` for what differs from build to build.
  const names = [...shown.matchAll(/^\| (.*?) \| 200 \|/gm)].flatMap(([, cell]) => [...cell.matchAll(/`(.*?)`/g)].map(([, name]) => name));
  expect(names.length).toBeGreaterThan(8);
  const patterns = names.map((name) => new RegExp(`(^|/)${name.split('…').map((part) => part.replace(/[.\\]/g, '\\$&')).join('[^/]*')}$`));
  const calculator = new Calculator(page);
  await calculator.open(site.url);
  await kept(page);
  const asked = [...new Set(site.requests)].map((request) => request.replace(/^GET /, ''));
  const others = asked.filter((path) => path !== '/' && !patterns.some((pattern) => pattern.test(path)));
  expect(others, 'every line is one of the guide’s').toEqual([]);
  const unseen = names.filter((_, at) => !asked.some((path) => patterns[at].test(path)));
  expect(unseen, 'every line of the guide is there').toEqual([]);
});

for (const name of ['embed.html', 'accessibility.html', 'licences.html']) {
  test(`${name} is whole under its own policy`, async ({ page, site }) => {
    const complaints = [];
    page.on('console', (message) => {
      if (['error', 'warning'].includes(message.type()) && !UNKNOWN.test(message.text())) complaints.push(message.text());
    });
    page.on('pageerror', (error) => complaints.push(String(error)));
    await page.goto(site.url + name);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await page.waitForTimeout(1000);
    expect([...new Set(complaints)]).toEqual([]);
  });
}
